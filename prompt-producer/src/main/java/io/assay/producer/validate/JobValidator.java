package io.assay.producer.validate;

import io.assay.contracts.document.DidYouMean;
import io.assay.contracts.document.JobDocuments;
import io.assay.contracts.document.JobParse;
import io.assay.contracts.document.Problem;
import io.assay.contracts.event.Job.DatasetVersion;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.ProducerConfig;
import io.assay.producer.catalog.Cards;
import io.assay.producer.dataset.Dataset;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The door: a submission is accepted whole or refused with everything that is wrong with it. In
/// this order: the text, the names in it, its files, the rows of its datasets.
@ApplicationScoped
public class JobValidator {

  private final ProducerConfig config;
  private final Cards catalog;
  private final NameCheck names;

  JobValidator(
      ProducerConfig config,
      Cards catalog,
      @ConfigProperty(name = "assay.pools", defaultValue = "default") List<String> pools) {
    this.config = config;
    this.catalog = catalog;
    this.names = new NameCheck(config.providers(), pools, catalog);
  }

  /// Checks a submission.
  ///
  /// @param files finds its files
  public Checked check(Submission submission, Dataset.Files files) {
    var parse =
        JobDocuments.parse(
            submission.document(), submission.parameters(), new CatalogVocabulary(catalog));
    return switch (parse) {
      case JobParse.Parsed parsed -> check(parsed, List.of(), submission, files);
      case JobParse.Refused(var problems, var rest) ->
          rest.map(parsed -> check(parsed, problems, submission, files))
              .orElseGet(() -> new Checked.Refused(problems));
    };
  }

  private Checked check(
      JobParse.Parsed parsed, List<Problem> before, Submission submission, Dataset.Files files) {
    var findings = new Findings(parsed.source());
    var places = new Places(baseDir(submission), config.datasetRoots());
    var located = new MetricFiles(places, findings).checked(parsed.document());
    names.check(located, findings);
    var judged = new JudgeCheck(located, findings).checked(located);
    var document = new FileCheck(places, findings, files).checked(judged);
    var counts = new LinkedHashMap<TaskSpec, DatasetCheck.Counted>();
    for (int i = 0; i < document.tasks().size(); i++) {
      var task = document.tasks().get(i);
      counted(task, "tasks[" + i + "]", findings, files).ifPresent(each -> counts.put(task, each));
    }
    gates(document, counts, findings);
    var problems = Findings.sorted(before, findings);
    return problems.isEmpty() ? accepted(document, counts) : new Checked.Refused(problems);
  }

  private Optional<DatasetCheck.Counted> counted(
      TaskSpec task, String at, Findings findings, Dataset.Files files) {
    boolean readable =
        !findings.any(at + ".dataset")
            && !findings.any(at + ".type")
            && !findings.any(at + ".metrics")
            && !findings.any(at + ".prompt.fewshot");
    return readable
        ? Optional.of(new DatasetCheck(task, at, findings, config.checkedRows()).counted(files))
        : Optional.empty();
  }

  /// Gates on slices need slices that there are.
  private static void gates(
      JobDocument document, Map<TaskSpec, DatasetCheck.Counted> counts, Findings findings) {
    for (int i = 0; i < document.gates().size(); i++) {
      var gate = document.gates().get(i);
      String slice = gate.slice();
      var known = new TreeSet<String>();
      counts.forEach((task, count) -> {
        if (gate.task() == null || task.name().equals(gate.task())) {
          known.addAll(count.slices());
        }
      });
      if (slice != null && !known.contains(slice) && counts.size() == document.tasks().size()) {
        findings.add(
            "gates[" + i + "].slice",
            known.isEmpty()
                ? "slice " + slice + " is not there: the task has no slices"
                : "no sample is in slice " + slice,
            known.isEmpty()
                ? "name the field in the task's slices"
                : DidYouMean.of(slice, known, "slices of this job"));
      }
    }
  }

  private Path baseDir(Submission submission) {
    String given = submission.baseDir();
    return given == null || given.isBlank() ? config.baseDir() : Path.of(given);
  }

  private Checked accepted(JobDocument document, Map<TaskSpec, DatasetCheck.Counted> counts) {
    long samples = counts.values().stream().mapToLong(DatasetCheck.Counted::samples).sum();
    Map<String, Long> totals =
        document.models().stream()
            .collect(Collectors.toMap(ModelSpec::id, model -> prompts(model, counts)));
    Map<String, DatasetVersion> versions = new LinkedHashMap<>();
    counts.forEach((task, count) -> versions.put(task.name(), version(task, count)));
    return new Checked.Accepted(
        document, samples, totals, versions, note(samples, counts.values()));
  }

  private static long prompts(ModelSpec model, Map<TaskSpec, DatasetCheck.Counted> counts) {
    return counts.entrySet().stream()
        .filter(each -> each.getKey().asks(model.id()))
        .mapToLong(each -> each.getValue().samples() * each.getKey().epochs())
        .sum();
  }

  private static DatasetVersion version(TaskSpec task, DatasetCheck.Counted count) {
    return new DatasetVersion(
        count.sha256(), task.dataset().revision(), count.samples(), count.badRows());
  }

  private @Nullable String note(long samples, Collection<DatasetCheck.Counted> counts) {
    var notes = new ArrayList<String>();
    counts.forEach(count -> count.note().ifPresent(notes::add));
    if (samples > config.checkedRows()) {
      notes.add(
          "only the first "
              + config.checkedRows()
              + " rows of each dataset were checked field by field");
    }
    return notes.isEmpty() ? null : String.join(". ", notes);
  }
}

package io.assay.standalone.show;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.wire.ContractJson;
import io.assay.standalone.client.JobView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A job's results, as a table for people or as one JSON document.
public final class Results {

  private final JobView job;
  private final Failures failures;

  /// @param job the job as it stands
  /// @param failures what is known of its samples without score
  public Results(JobView job, Failures failures) {
    this.job = job;
    this.failures = failures;
  }

  /// Prints in the form that the terminal wants.
  public void print(Terminal terminal) {
    if (terminal.json()) {
      terminal.document(json());
    } else {
      terminal.draw(table(terminal.width()));
    }
  }

  /// The document that `--json` promises. A metric's name that several tasks share is written
  /// `task/name`. Metrics of slices stand under `slices`, by task, slice and metric.
  public String json() {
    ObjectNode root = ContractJson.mapper().createObjectNode();
    root.put("job", job.jobId()).put("state", job.state().toLowerCase(Locale.ROOT));
    root.put("seconds", job.seconds());
    var models = root.putObject("models");
    for (var model : job.models()) {
      var entry = models.putObject(model.id());
      var counts = entry.putObject("counts");
      model.counts().byStatus().forEach(counts::put);
      if (model.consulted() != null) {
        entry.put("judgeCalls", model.consulted().calls());
      }
      var metrics = entry.putObject("metrics");
      named(model).forEach((name, metric) -> metrics.set(name, metric(metric)));
      new SliceResults(job).write(model, entry, Results::metric);
    }
    var gates = root.putArray("gates");
    for (var verdict : job.verdicts()) {
      gates.add(ContractJson.mapper().valueToTree(verdict));
    }
    failures.into(root.putArray("failures"));
    if (job.message() != null) {
      root.put("message", job.message());
    }
    try {
      return ContractJson.mapper().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("results of job " + job.jobId() + " are no JSON", e);
    }
  }

  private static ObjectNode metric(JobView.Metric metric) {
    return ContractJson.mapper()
        .createObjectNode()
        .put("value", metric.value())
        .put("low", metric.low())
        .put("high", metric.high())
        .put("n", metric.n())
        .put("signature", metric.signature());
  }

  private Map<String, JobView.Metric> named(JobView.Model model) {
    Map<String, Long> uses =
        model.metrics().stream()
            .filter(Results::overall)
            .collect(Collectors.groupingBy(JobView.Metric::name, Collectors.counting()));
    var named = new LinkedHashMap<String, JobView.Metric>();
    for (var metric : ordered(model)) {
      boolean shared = uses.getOrDefault(metric.name(), 0L) > 1;
      named.put(shared ? metric.task() + "/" + metric.name() : metric.name(), metric);
    }
    return named;
  }

  /// In the order of the job's document.
  private List<JobView.Metric> ordered(JobView.Model model) {
    var order =
        job.tasks().stream()
            .flatMap(task -> task.metrics().stream().map(name -> task.name() + "/" + name))
            .toList();
    return model.metrics().stream()
        .filter(Results::overall)
        .sorted(
            Comparator.comparingInt(metric -> order.indexOf(metric.task() + "/" + metric.name())))
        .toList();
  }

  private static boolean overall(JobView.Metric metric) {
    return !SliceResults.isOfSlice(metric);
  }

  /// The table with a row for each model, or where that is too wide, with a row for each metric;
  /// where that is too wide too, in groups of models.
  ///
  /// @param columns of the terminal
  public String table(int columns) {
    var text = new StringBuilder("\n");
    text.append(drawn(columns)).append(new SliceResults(job).text(columns));
    text.append('\n').append(closing()).append('\n');
    for (var verdict : job.verdicts()) {
      text.append(verdict(verdict)).append('\n');
    }
    return text.append(failures.text()).toString();
  }

  private String drawn(int columns) {
    var groups = groups();
    if (groups.size() < 2) {
      return drawn(rows(job.models(), _ -> true, true), columns);
    }
    var text = new StringBuilder();
    groups.forEach((models, tasks) ->
        text.append(drawn(rows(models, metric -> tasks.contains(metric.task()), false), columns))
            .append('\n'));
    return text.append(drawn(rows(job.models(), _ -> false, true), columns)).toString();
  }

  private static String drawn(List<String[]> rows, int columns) {
    TextTable byModel = tableOf(rows);
    return byModel.width() <= columns ? byModel.text() : tableOf(turned(rows)).grouped(columns);
  }

  /// Tasks that the same models do; mostly all do all.
  private Map<List<JobView.Model>, List<String>> groups() {
    var groups = new LinkedHashMap<List<JobView.Model>, List<String>>();
    for (var task : job.tasks()) {
      var models =
          job.models().stream()
              .filter(model ->
                  model.metrics().stream().anyMatch(each -> each.task().equals(task.name())))
              .toList();
      if (!models.isEmpty()) {
        groups.computeIfAbsent(models, _ -> new ArrayList<>()).add(task.name());
      }
    }
    return groups;
  }

  private static TextTable tableOf(List<String[]> rows) {
    TextTable table = TextTable.of(rows.getFirst());
    rows.stream().skip(1).forEach(table::row);
    return table;
  }

  private static List<String[]> turned(List<String[]> rows) {
    return IntStream.range(0, rows.getFirst().length)
        .mapToObj(c -> rows.stream().map(row -> row[c]).toArray(String[]::new))
        .toList();
  }

  private List<String[]> rows(
      List<JobView.Model> models, Predicate<JobView.Metric> shown, boolean counts) {
    var names =
        models.stream()
            .flatMap(model -> named(model).entrySet().stream())
            .filter(entry -> shown.test(entry.getValue()))
            .map(Map.Entry::getKey)
            .distinct()
            .toList();
    var heads = new ArrayList<>(List.of("model"));
    heads.addAll(names);
    if (counts) {
      heads.addAll(List.of("scored", "without score"));
    }
    List<String[]> rows = new ArrayList<>();
    rows.add(heads.toArray(String[]::new));
    models.forEach(model -> rows.add(cells(model, names, counts)));
    return rows;
  }

  private String[] cells(JobView.Model model, List<String> names, boolean counts) {
    var named = named(model);
    var cells = new ArrayList<>(List.of(model.id()));
    for (String name : names) {
      JobView.Metric metric = named.get(name);
      cells.add(metric == null ? "–" : Numbers.metric(metric));
    }
    if (counts) {
      cells.add(model.counts().scored() + " of " + model.counts().total());
      cells.add(Long.toString(model.counts().missing()));
    }
    return cells.toArray(String[]::new);
  }

  private String closing() {
    String state = job.state().toLowerCase(Locale.ROOT);
    String time = job.seconds() == null ? "" : " after " + Numbers.duration(job.seconds());
    String why = job.message() == null ? "" : ": " + job.message();
    return "Job " + job.jobId() + " " + state + time + why + ". Intervals: 95 %.";
  }

  private static String verdict(JobView.Verdict verdict) {
    String actual = verdict.actual() == null ? "no value" : Numbers.value(verdict.actual());
    return (verdict.passed() ? "✓ passed  " : "✕ failed  ")
        + verdict.gate()
        + "  "
        + verdict.modelId()
        + "  ("
        + actual
        + ")";
  }
}

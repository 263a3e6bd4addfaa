package io.assay.standalone.show;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.wire.ContractJson;
import io.assay.standalone.client.JobView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A job's results, as a table for people or as one JSON document.
public final class Results {

  private final JobView job;

  /// @param job the job as it stands
  public Results(JobView job) {
    this.job = job;
  }

  /// Prints in the form that the terminal wants.
  public void print(Terminal terminal) {
    if (terminal.json()) {
      terminal.document(json());
    } else {
      terminal.draw(table());
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
      var metrics = entry.putObject("metrics");
      named(model).forEach((name, metric) -> metrics.set(name, metric(metric)));
      new SliceResults(job).write(model, entry, Results::metric);
    }
    var gates = root.putArray("gates");
    for (var verdict : job.verdicts()) {
      gates.add(ContractJson.mapper().valueToTree(verdict));
    }
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
            java.util.Comparator.comparingInt(
                metric -> order.indexOf(metric.task() + "/" + metric.name())))
        .toList();
  }

  private static boolean overall(JobView.Metric metric) {
    return !SliceResults.isOfSlice(metric);
  }

  /// The table with a row for each model.
  public String table() {
    var text = new StringBuilder("\n");
    var names = job.models().stream().flatMap(m -> named(m).keySet().stream()).distinct().toList();
    var heads = new java.util.ArrayList<>(List.of("model"));
    heads.addAll(names);
    heads.addAll(List.of("scored", "without score"));
    var table = TextTable.of(heads.toArray(String[]::new));
    for (var model : job.models()) {
      table.row(cells(model, names));
    }
    text.append(table.text()).append(new SliceResults(job).text());
    text.append('\n').append(closing()).append('\n');
    for (var verdict : job.verdicts()) {
      text.append(verdict(verdict)).append('\n');
    }
    return text.toString();
  }

  private String[] cells(JobView.Model model, List<String> names) {
    var named = named(model);
    var cells = new java.util.ArrayList<>(List.of(model.id()));
    for (String name : names) {
      JobView.Metric metric = named.get(name);
      cells.add(metric == null ? "–" : Numbers.metric(metric));
    }
    cells.add(model.counts().scored() + " of " + model.counts().total());
    cells.add(Long.toString(model.counts().missing()));
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

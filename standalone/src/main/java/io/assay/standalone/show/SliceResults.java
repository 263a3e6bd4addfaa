package io.assay.standalone.show;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.standalone.client.JobView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A job's metrics by slices of its samples.
final class SliceResults {

  private static final String ALL = "all";

  private final JobView job;

  SliceResults(JobView job) {
    this.job = job;
  }

  /// Whether the metric is that of a slice.
  static boolean isOfSlice(JobView.Metric metric) {
    return !metric.slice().equals(ALL);
  }

  /// A table for each metric of a task that has slices, a row for each slice; empty where none has.
  ///
  /// @param columns of the terminal
  String text(int columns) {
    var text = new StringBuilder();
    for (var task : job.tasks()) {
      var slices = slices(task.name());
      if (!slices.isEmpty()) {
        task.metrics()
            .forEach(
                metric -> text.append('\n').append(table(task, metric, slices).grouped(columns)));
      }
    }
    return text.toString();
  }

  private List<String> slices(String task) {
    return job.models().stream()
        .flatMap(model -> model.metrics().stream())
        .filter(metric -> metric.task().equals(task) && isOfSlice(metric))
        .map(JobView.Metric::slice)
        .distinct()
        .sorted()
        .toList();
  }

  private TextTable table(JobView.Task task, String metric, List<String> slices) {
    var models =
        job.models().stream()
            .filter(model -> model.metrics().stream().anyMatch(it -> it.task().equals(task.name())))
            .toList();
    var heads = new ArrayList<>(List.of(task.name() + ": " + metric));
    models.forEach(model -> heads.add(model.id()));
    var table = TextTable.of(heads.toArray(String[]::new));
    for (String slice : slices) {
      var cells = new ArrayList<>(List.of(slice));
      models.forEach(
          model -> cells.add(metric(model, task, slice, metric).map(Numbers::metric).orElse("–")));
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  private static Optional<JobView.Metric> metric(
      JobView.Model model, JobView.Task task, String slice, String name) {
    return model.metrics().stream()
        .filter(metric -> metric.task().equals(task.name()))
        .filter(metric -> metric.slice().equals(slice) && metric.name().equals(name))
        .findFirst();
  }

  /// Writes a model's metrics as task → slice → metric under `slices`, if it has any.
  void write(JobView.Model model, ObjectNode entry, Function<JobView.Metric, ObjectNode> metric) {
    for (var task : job.tasks()) {
      for (String slice : slices(task.name())) {
        for (String name : task.metrics()) {
          metric(model, task, slice, name)
              .ifPresent(found ->
                  entry
                      .withObject("slices")
                      .withObject(pointer(task.name()))
                      .withObject(pointer(slice))
                      .set(name, metric.apply(found)));
        }
      }
    }
  }

  private static String pointer(String key) {
    return "/" + key.replace("~", "~0").replace("/", "~1");
  }
}

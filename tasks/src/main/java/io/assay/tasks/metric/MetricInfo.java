package io.assay.tasks.metric;

import java.util.List;

/// The fixed facts of a metric.
///
/// @param name its name in the field's standard terms
/// @param summary what it measures, one sentence
/// @param taskTypes the task types that it can judge
/// @param higherIsBetter its direction
/// @param worst the worst value that a sample, and so the metric, can have; infinite if unbounded
/// @param best the best value; infinite if unbounded
/// @param version grows whenever a number could change
/// @param source where the definition is published
public record MetricInfo(
    String name,
    String summary,
    List<String> taskTypes,
    boolean higherIsBetter,
    double worst,
    double best,
    int version,
    String source) {

  public MetricInfo {
    taskTypes = List.copyOf(taskTypes);
  }
}

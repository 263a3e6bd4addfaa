package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.Require;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one sample gives to one metric.
///
/// @param metric which metric
/// @param value the sample's own value, where the metric has one for a single sample
/// @param statistics sufficient statistics of an additive metric, or the numbers of a set metric
/// @param vector a vector that a set metric needs
/// @param labels named numbers that a set metric needs, such as relevance grades by passage
/// @param explanation why the value is what it is, for people: what was extracted, what differed
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Contribution(
    MetricSpec metric,
    @Nullable Double value,
    List<Double> statistics,
    @Nullable Embedding vector,
    Map<String, Double> labels,
    @Nullable String explanation) {

  public Contribution {
    Require.present(metric, "metric");
    statistics = statistics == null ? List.of() : List.copyOf(statistics);
    labels = labels == null ? Map.of() : Map.copyOf(labels);
  }
}

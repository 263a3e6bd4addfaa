package io.assay.contracts.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/// Which metric, with which parameters, under which name.
///
/// @param metric the metric's name in the list of metrics, such as `exact_match`, `ndcg@10`
/// @param name what results call it; the metric's own name if absent
/// @param params its parameters, sorted by name; absent ones take the metric's defaults
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MetricSpec(String metric, String name, Map<String, JsonNode> params) {

  public MetricSpec {
    Require.text(metric, "metric");
    if (name == null || name.isBlank()) {
      name = metric;
    }
    params =
        params == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(params));
  }

  /// A metric by its name alone, with its defaults.
  public static MetricSpec of(String metric) {
    return new MetricSpec(metric, metric, Map.of());
  }
}

package io.assay.scorer;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Metrics by definition: making one compiles patterns and reads parameters, judging does not. Safe
/// for use by many threads.
public final class MetricCache implements Function<MetricSpec, Metric> {

  private final Function<MetricSpec, Metric> factory;
  private final int capacity;
  private final Map<MetricSpec, Metric> made = new ConcurrentHashMap<>();

  public MetricCache(Function<MetricSpec, Metric> factory, int capacity) {
    this.factory = factory;
    this.capacity = capacity;
  }

  /// The metric of a definition.
  ///
  /// @throws IllegalArgumentException where there is none
  @Override
  public Metric apply(MetricSpec spec) {
    var known = made.get(spec);
    if (known != null) {
      return known;
    }
    if (made.size() >= capacity) { // rare, and making them again is cheap
      made.clear();
    }
    return made.computeIfAbsent(spec, factory);
  }
}

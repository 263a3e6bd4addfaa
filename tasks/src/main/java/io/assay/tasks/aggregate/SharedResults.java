package io.assay.tasks.aggregate;

import io.assay.tasks.metric.SetMetric;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Keeps what the metrics of one task compute together, for the duration of one snapshot.
final class SharedResults implements SetMetric.Sharing {

  private final Map<Object, Object> results = new HashMap<>();

  @Override
  public <T> T get(Object key, Class<T> type, Supplier<T> make) {
    return type.cast(results.computeIfAbsent(key, _ -> make.get()));
  }
}

package io.assay.dashboard.live;

import io.assay.contracts.event.MetricSnapshot;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A metric of a model as a live frame carries it: values in the order of [#COLUMNS].
///
/// @param values the values
public record Cell(List<@Nullable Object> values) {

  /// What the values are.
  public static final List<String> COLUMNS =
      List.of("model", "task", "slice", "metric", "n", "value", "low", "high", "missing", "last");

  static Cell of(MetricSnapshot snapshot) {
    return new Cell(
        Arrays.asList(
            snapshot.modelId(),
            snapshot.task(),
            snapshot.slice(),
            snapshot.name(),
            snapshot.n(),
            snapshot.value(),
            snapshot.low(),
            snapshot.high(),
            snapshot.missing(),
            snapshot.last()));
  }

  /// The values alone.
  @com.fasterxml.jackson.annotation.JsonValue
  @Override
  public List<@Nullable Object> values() {
    return values;
  }
}

package io.assay.dashboard.live;

import io.assay.contracts.event.MetricSnapshot;
import org.jspecify.annotations.Nullable;

/// A metric of one model as it stands; the fields are those of [MetricSnapshot].
public record MetricView(
    String task,
    String slice,
    String name,
    String signature,
    @Nullable Double value,
    @Nullable Double low,
    @Nullable Double high,
    double level,
    @Nullable String method,
    long n,
    long missing,
    @Nullable Double possibleLow,
    @Nullable Double possibleHigh,
    boolean higherIsBetter,
    boolean last) {

  static MetricView of(MetricSnapshot snapshot) {
    return new MetricView(
        snapshot.task(),
        snapshot.slice(),
        snapshot.name(),
        snapshot.signature(),
        snapshot.value(),
        snapshot.low(),
        snapshot.high(),
        snapshot.level(),
        snapshot.method(),
        snapshot.n(),
        snapshot.missing(),
        snapshot.possibleLow(),
        snapshot.possibleHigh(),
        snapshot.higherIsBetter(),
        snapshot.last());
  }
}

package io.assay.scorer.aggregate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/// What the stage score → metric counts. Kafka's own meters hold its lag
/// (`kafka_consumer_fetch_manager_records_lag`).
final class AggregatorMeters {

  private final MeterRegistry registry;
  private final Counter rows;
  private final Counter replaced;
  private final Counter late;
  private final Counter failures;
  private final Timer rebuilds;
  private final Timer liveMetrics;
  private final Timer finalMetrics;

  AggregatorMeters(MeterRegistry registry) {
    this.registry = registry;
    rows = counter("assay.scorer.aggregated", "Scores of samples that had none");
    replaced = counter("assay.scorer.replaced", "Scores that replaced one of the same sample");
    late = counter("assay.scorer.late", "Scores that came after final metrics, left out of them");
    failures = counter("assay.scorer.clock.failures", "Rounds of publishing that broke");
    rebuilds = timer("assay.scorer.rebuild", "Time from assignment to complete tables");
    liveMetrics = timer("assay.scorer.live.metrics", "Time to compute a round of live metrics");
    finalMetrics = timer("assay.scorer.final.metrics", "Time to compute a model's final metrics");
  }

  /// Shows the sizes of an aggregator.
  void watch(Aggregator aggregator) {
    gauge("assay.scorer.partitions", aggregator, it -> it.partitions().size());
    gauge(
        "assay.scorer.partitions.rebuilding",
        aggregator,
        it -> it.partitions().stream().filter(tables -> !tables.isOpen()).count());
    gauge(
        "assay.scorer.tables",
        aggregator,
        it -> it.partitions().stream().mapToInt(tables -> tables.tables().size()).sum());
  }

  void put(ModelTable.Put outcome) {
    switch (outcome) {
      case ADDED -> rows.increment();
      case REPLACED -> replaced.increment();
      case LATE -> late.increment();
    }
  }

  void rebuilt(Duration took) {
    rebuilds.record(took);
  }

  void failed() {
    failures.increment();
  }

  Timer liveMetrics() {
    return liveMetrics;
  }

  Timer finalMetrics() {
    return finalMetrics;
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  private Timer timer(String name, String description) {
    return Timer.builder(name).description(description).register(registry);
  }

  private void gauge(String name, Aggregator of, ToDoubleFunction<Aggregator> size) {
    Gauge.builder(name, of, size).register(registry);
  }
}

package io.assay.workqueue;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;

/// A queue's counts as Micrometer meters, labelled with the channel. In Prometheus:
/// `assay_queue_taken_total`, `_accepted_total`, `_released_total`, `_rejected_total`,
/// `_renewed_total`, `_lost_total`, `_exhausted_total`, `_lane_failures_total`, and the gauges
/// `assay_queue_in_flight` and `assay_queue_lanes`.
public final class QueueMeters implements MeterBinder {

  private static final String PREFIX = "assay.queue.";

  private final String channel;
  private final QueueCounters counters;
  private final IntSupplier inFlight;

  /// @param channel the label's value
  public QueueMeters(String channel, QueueCounters counters, IntSupplier inFlight) {
    this.channel = channel;
    this.counters = counters;
    this.inFlight = inFlight;
  }

  /// Named only where Micrometer is known to be present.
  static void bind(Channel channel) {
    new QueueMeters(channel.name(), channel.counters(), channel::inFlight)
        .bindTo(Metrics.globalRegistry);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    counter(registry, "taken", "Records handed out to this process", QueueCounters::taken);
    counter(registry, "accepted", "Records confirmed as done", QueueCounters::accepted);
    counter(registry, "released", "Records given back", QueueCounters::released);
    counter(registry, "rejected", "Records refused for ever", QueueCounters::rejected);
    counter(registry, "renewed", "Locks prolonged", QueueCounters::renewed);
    counter(registry, "lost", "Locks lost; the records come again", QueueCounters::lost);
    counter(registry, "exhausted", "Given back at the delivery limit", QueueCounters::exhausted);
    counter(registry, "lane.failures", "Consumers replaced", QueueCounters::laneFailures);
    gauge(registry, "in.flight", "Records held now", inFlight);
    gauge(registry, "lanes", "Consumers open now", counters::lanes);
  }

  private void counter(
      MeterRegistry registry, String name, String what, ToDoubleFunction<QueueCounters> value) {
    FunctionCounter.builder(PREFIX + name, counters, value)
        .description(what)
        .tag("channel", channel)
        .register(registry);
  }

  private void gauge(MeterRegistry registry, String name, String what, IntSupplier value) {
    Gauge.builder(PREFIX + name, value, IntSupplier::getAsInt)
        .description(what)
        .tag("channel", channel)
        .strongReference(true)
        .register(registry);
  }
}

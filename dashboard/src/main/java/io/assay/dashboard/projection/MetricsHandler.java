package io.assay.dashboard.projection;

import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.wire.EventType;
import io.assay.dashboard.live.LiveState;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// [MetricSnapshot] → live state, and a row.
@ApplicationScoped
public class MetricsHandler {

  private final Projection projection;
  private final LiveState live;

  @Inject
  MetricsHandler(Projection projection, LiveState live) {
    this.projection = projection;
    this.live = live;
  }

  /// Takes a batch.
  @Incoming("dashboard-metrics")
  @Blocking
  public void handle(ConsumerRecords<String, MetricSnapshot> records) {
    projection.takeLatest(EventType.METRIC, records, live::take);
  }
}

package io.assay.dashboard.projection;

import io.assay.contracts.event.Progress;
import io.assay.contracts.wire.EventType;
import io.assay.dashboard.live.LiveState;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// [Progress] → live state, and a row.
@ApplicationScoped
public class ProgressHandler {

  private final Projection projection;
  private final LiveState live;

  @Inject
  ProgressHandler(Projection projection, LiveState live) {
    this.projection = projection;
    this.live = live;
  }

  /// Takes a batch.
  @Incoming("dashboard-progress")
  @Blocking
  public void handle(ConsumerRecords<String, Progress> records) {
    projection.takeLatest(EventType.PROGRESS, records, live::take);
  }
}

package io.assay.dashboard.projection;

import io.assay.contracts.event.Checkpoint;
import io.assay.contracts.wire.EventType;
import io.assay.dashboard.live.LiveState;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// [Checkpoint] → live state, and a row.
@ApplicationScoped
public class CheckpointsHandler {

  private final Projection projection;
  private final LiveState live;

  @Inject
  CheckpointsHandler(Projection projection, LiveState live) {
    this.projection = projection;
    this.live = live;
  }

  /// Takes a batch.
  @Incoming("dashboard-checkpoints")
  @Blocking
  public void handle(ConsumerRecords<String, Checkpoint> records) {
    projection.takeLatest(EventType.CHECKPOINT, records, live::take);
  }
}

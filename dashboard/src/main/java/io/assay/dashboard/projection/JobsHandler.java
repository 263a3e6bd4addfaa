package io.assay.dashboard.projection;

import io.assay.contracts.event.Job;
import io.assay.contracts.wire.EventType;
import io.assay.dashboard.live.LiveState;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// [Job] → live state, and a row.
@ApplicationScoped
public class JobsHandler {

  private final Projection projection;
  private final LiveState live;

  @Inject
  JobsHandler(Projection projection, LiveState live) {
    this.projection = projection;
    this.live = live;
  }

  /// Takes a batch.
  @Incoming("dashboard-jobs")
  @Blocking
  public void handle(ConsumerRecords<String, Job> records) {
    projection.takeLatest(EventType.JOB, records, live::take);
  }
}

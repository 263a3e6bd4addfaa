package io.assay.dashboard.projection;

import io.assay.contracts.event.Score;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// [Score] → a row.
@ApplicationScoped
public class ScoresHandler {

  private final Projection projection;
  private final Persistence persistence;

  @Inject
  ScoresHandler(Projection projection, Persistence persistence) {
    this.projection = projection;
    this.persistence = persistence;
  }

  /// Takes a batch; returns when it is written.
  @Incoming("dashboard-scores")
  @Blocking
  public void handle(ConsumerRecords<String, Score> records) {
    persistence.untilWritten(() -> projection.takeScores(records));
  }
}

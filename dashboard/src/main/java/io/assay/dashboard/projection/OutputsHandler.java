package io.assay.dashboard.projection;

import io.assay.contracts.event.Output;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// [Output] → a row.
@ApplicationScoped
public class OutputsHandler {

  private final Projection projection;
  private final Persistence persistence;

  @Inject
  OutputsHandler(Projection projection, Persistence persistence) {
    this.projection = projection;
    this.persistence = persistence;
  }

  /// Takes a batch; returns when it is written.
  @Incoming("dashboard-outputs")
  @Blocking
  public void handle(ConsumerRecords<String, Output> records) {
    persistence.untilWritten(() -> projection.takeOutputs(records));
  }
}

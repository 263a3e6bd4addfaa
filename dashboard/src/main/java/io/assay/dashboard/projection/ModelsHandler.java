package io.assay.dashboard.projection;

import io.assay.contracts.event.CatalogEntry;
import io.assay.contracts.wire.EventType;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// [CatalogEntry] → a row.
@ApplicationScoped
public class ModelsHandler {

  private final Projection projection;

  @Inject
  ModelsHandler(Projection projection) {
    this.projection = projection;
  }

  /// Takes a batch.
  @Incoming("dashboard-models")
  @Blocking
  public void handle(ConsumerRecords<String, CatalogEntry> records) {
    projection.takeLatest(EventType.CATALOG_ENTRY, records, _ -> {});
  }
}

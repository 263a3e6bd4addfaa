package io.assay.dashboard;

import io.assay.contracts.wire.TopicAdmin;
import io.assay.dashboard.live.LiveState;
import io.assay.dashboard.projection.Projection;
import io.assay.dashboard.projection.ProjectionMeter;
import io.assay.dashboard.store.Store;
import io.assay.dashboard.store.StoreFile;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Makes the plain objects of this service: topics first, then the store, then what lives on it.
@ApplicationScoped
public class Wiring {

  private final DashboardConfig config;
  private final String bootstrapServers;
  private final List<String> pools;
  private final int partitions;

  @Inject
  Wiring(
      DashboardConfig config,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "assay.pools", defaultValue = "default") List<String> pools,
      @ConfigProperty(name = "assay.topic-partitions", defaultValue = "6") int partitions) {
    this.config = config;
    this.bootstrapServers = bootstrapServers;
    this.pools = pools;
    this.partitions = partitions;
  }

  /// Before any channel: a consumer of a topic that does not exist would wait for it.
  void topics(@Observes @Priority(1) StartupEvent event) {
    TopicAdmin.ensure(bootstrapServers, pools, partitions);
  }

  @Produces
  @Singleton
  Store store() {
    var file = config.store().filter(text -> !text.isBlank()).map(Path::of).map(StoreFile::new);
    return Store.open(
        new Store.Settings(file, config.memoryLimit(), config.threads()),
        Source.fingerprint(bootstrapServers));
  }

  void close(@Disposes Store store) {
    store.close();
  }

  @Produces
  @Singleton
  LiveState live() {
    return new LiveState(Clock.systemUTC());
  }

  @Produces
  @Singleton
  Projection projection(Store store, LiveState live, MeterRegistry registry) {
    return new Projection(store, live, config.maxText(), new ProjectionMeter(registry));
  }
}

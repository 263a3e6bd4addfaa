package io.assay.producer.kafka;

import io.assay.contracts.wire.TopicAdmin;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Makes sure that the topics exist before any channel opens.
@ApplicationScoped
class TopicStartup {

  private final String bootstrapServers;
  private final List<String> pools;
  private final int partitions;

  TopicStartup(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "assay.pools", defaultValue = "default") List<String> pools,
      @ConfigProperty(name = "assay.topic-partitions", defaultValue = "6") int partitions) {
    this.bootstrapServers = bootstrapServers;
    this.pools = pools;
    this.partitions = partitions;
  }

  void ensure(@Observes @Priority(1) StartupEvent start) {
    TopicAdmin.ensure(bootstrapServers, pools, partitions);
  }
}

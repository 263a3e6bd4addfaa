package io.assay.evaluator;

import io.assay.contracts.wire.TopicAdmin;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Makes sure that the topics exist before the channels open.
@Singleton
final class TopicsAtStart {

  private final String bootstrapServers;
  private final List<String> pools;
  private final int partitions;
  private volatile boolean done;

  TopicsAtStart(
      EvaluatorConfig config,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "assay.pools", defaultValue = "default") List<String> pools,
      @ConfigProperty(name = "assay.topic-partitions", defaultValue = "6") int partitions) {
    this.bootstrapServers = bootstrapServers;
    this.pools = Stream.concat(pools.stream(), config.pools().stream()).distinct().toList();
    this.partitions = partitions;
  }

  void ensure(@Observes @Priority(1) StartupEvent event) {
    TopicAdmin.ensure(bootstrapServers, pools, partitions);
    done = true;
  }

  /// Whether they exist.
  boolean done() {
    return done;
  }
}

package io.assay.dashboard.projection;

import io.assay.dashboard.store.Store;
import io.assay.dashboard.store.StoreException;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready when the store can be read and written and every topic has been read up to where it ended
/// at the start.
@Readiness
@ApplicationScoped
public class DashboardReadiness implements HealthCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final List<String> CHANNELS =
      List.of("jobs", "checkpoints", "outputs", "scores", "metrics", "progress", "models");

  private final Store store;
  private final Persistence persistence;
  private final StoredOffsets assigned;
  private final KafkaClientService kafka;
  private volatile boolean caughtUp;

  @Inject
  DashboardReadiness(
      Store store,
      Persistence persistence,
      @Identifier("dashboard-offsets") StoredOffsets assigned,
      KafkaClientService kafka) {
    this.store = store;
    this.persistence = persistence;
    this.assigned = assigned;
    this.kafka = kafka;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("dashboard");
    try {
      store.read(connection -> connection.isValid(1));
      persistence.failure().ifPresent(cause -> answer.withData("store", cause));
      caughtUp = caughtUp || CHANNELS.stream().allMatch(this::caughtUp);
      answer.withData("caughtUp", caughtUp);
      return answer.status(caughtUp && persistence.failure().isEmpty()).build();
    } catch (StoreException e) {
      return answer.down().withData("store", String.valueOf(e.getMessage())).build();
    }
  }

  private boolean caughtUp(String channel) {
    var consumer = kafka.getConsumer("dashboard-" + channel);
    if (consumer == null) {
      return false;
    }
    var positions = consumer.getPositions().await().atMost(PATIENCE);
    return !positions.isEmpty() && positions.entrySet().stream().allMatch(this::reached);
  }

  private boolean reached(Map.Entry<TopicPartition, Long> position) {
    return position.getValue() >= assigned.ends().getOrDefault(position.getKey(), Long.MAX_VALUE);
  }
}

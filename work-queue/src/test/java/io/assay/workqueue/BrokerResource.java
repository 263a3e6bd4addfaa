package io.assay.workqueue;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A broker for a Quarkus test.
public final class BrokerResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable Kafka kafka;

  @Override
  public Map<String, String> start() {
    var started = new Kafka();
    kafka = started;
    return Map.of("kafka.bootstrap.servers", started.address());
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
    }
  }
}

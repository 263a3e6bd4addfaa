package io.assay.producer.support;

import io.assay.broker.EmbeddedBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A real broker for the application under test.
public final class BrokerResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable EmbeddedBroker broker;

  @Override
  public Map<String, String> start() {
    try {
      Path folder = Files.createTempDirectory("assay-producer-test");
      broker = started(folder.resolve("broker"));
      return Map.of(
          "kafka.bootstrap.servers",
          broker.bootstrapServers(),
          "assay.producer.work-dir",
          folder.resolve("work").toString(),
          "quarkus.http.test-port",
          "0",
          "quarkus.log.category.\"kafka\".level",
          "WARN");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The broker loads classes by name; they must be those that it was loaded with.
  private static EmbeddedBroker started(Path folder) {
    var thread = Thread.currentThread();
    var loader = thread.getContextClassLoader();
    thread.setContextClassLoader(EmbeddedBroker.class.getClassLoader());
    try {
      return EmbeddedBroker.start(folder);
    } finally {
      thread.setContextClassLoader(loader);
    }
  }

  @Override
  public void stop() {
    if (broker != null) {
      broker.close();
    }
  }
}

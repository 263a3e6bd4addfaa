package io.assay.dashboard;

import io.assay.broker.EmbeddedBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A real broker and an empty data folder for a test application.
public class KafkaForTests implements QuarkusTestResourceLifecycleManager {

  private @Nullable EmbeddedBroker broker;
  private @Nullable Path folder;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("dashboard-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Kafka loads classes by the thread's loader, which may be that of another test application.
    Thread.currentThread().setContextClassLoader(EmbeddedBroker.class.getClassLoader());
    broker = EmbeddedBroker.start(folder.resolve("broker"));
    return Map.of(
        "kafka.bootstrap.servers",
        broker.bootstrapServers(),
        "assay.data-dir",
        folder.toString(),
        "assay.blobs.dir",
        folder.resolve("blobs").toString(),
        "quarkus.http.test-port",
        "0",
        "quarkus.log.category.\"kafka\".level",
        "WARN",
        "quarkus.log.category.\"state.change.logger\".level",
        "WARN");
  }

  @Override
  public void stop() {
    if (broker != null) {
      broker.close();
    }
    if (folder != null) {
      Folders.delete(folder);
    }
  }
}

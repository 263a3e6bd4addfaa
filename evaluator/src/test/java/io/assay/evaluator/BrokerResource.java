package io.assay.evaluator;

import io.assay.broker.EmbeddedBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A broker for the whole test class.
public final class BrokerResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable Path folder;
  private @Nullable EmbeddedBroker broker;

  @Override
  public Map<String, String> start() {
    var data = temporaryFolder();
    var started = EmbeddedBroker.start(data);
    folder = data;
    broker = started;
    return Map.of(
        "kafka.bootstrap.servers", started.bootstrapServers(),
        "quarkus.http.test-port", "0",
        "quarkus.log.category.\"kafka\".level", "WARN",
        "quarkus.log.category.\"state.change.logger\".level", "WARN");
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("assay-evaluator-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (broker != null) {
      broker.close();
    }
    if (folder != null) {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

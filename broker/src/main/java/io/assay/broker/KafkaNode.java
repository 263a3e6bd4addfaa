package io.assay.broker;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// Kafka's own server and the folder under it.
final class KafkaNode {

  private final Ports ports;
  private final KafkaRaftServer server;

  private KafkaNode(Ports ports, KafkaRaftServer server) {
    this.ports = ports;
    this.server = server;
  }

  /// Formats the folder unless it is formatted.
  ///
  /// @param wantedPort the broker's, 0 for a free one
  static KafkaNode prepared(Path logFolder, int wantedPort) {
    var ports = Ports.choose(wantedPort);
    boolean killed = wasKilled(logFolder);
    format(logFolder);
    var config = KafkaConfig.fromProps(BrokerSettings.of(logFolder, ports, killed), false);
    return new KafkaNode(ports, new KafkaRaftServer(config, Time.SYSTEM));
  }

  String address() {
    return BrokerSettings.HOST + ":" + ports.broker();
  }

  void start() {
    server.startup();
  }

  /// Returns false when it was still busy at the limit
  boolean stop(Duration limit) {
    var stopping = Thread.ofPlatform().name("broker-stop").daemon().start(server::shutdown);
    try {
      return stopping.join(limit);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Kafka leaves a file when it ends in order, and removes it when it starts.
  static boolean wasKilled(Path logFolder) {
    return isFormatted(logFolder) && Files.notExists(logFolder.resolve(".kafka_cleanshutdown"));
  }

  private static boolean isFormatted(Path logFolder) {
    return Files.exists(logFolder.resolve("meta.properties"));
  }

  /// `meta.properties` is written last, so a folder whose formatting was cut short is formatted
  /// again.
  private static void format(Path logFolder) {
    if (isFormatted(logFolder)) {
      return;
    }
    var said = new ByteArrayOutputStream();
    try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      Files.createDirectories(logFolder);
      formatter(logFolder).setPrintStream(out).run();
    } catch (Exception e) { // what the formatter declares
      var text = said.toString(StandardCharsets.UTF_8).strip();
      throw new BrokerStartException(
          "The folder %s cannot be formatted for Kafka: %s %s".formatted(logFolder, e, text), e);
    }
  }

  private static Formatter formatter(Path logFolder) {
    return new Formatter()
        .setNodeId(BrokerSettings.NODE_ID)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(logFolder.toString())
        .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
        .setMetadataLogDirectory(logFolder.toString())
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setIgnoreFormatted(true);
  }
}

package io.assay.workqueue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assay.broker.EmbeddedBroker;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// A broker in a folder of its own, with what tests need around it.
final class Kafka implements AutoCloseable {

  private final Path folder;
  private final EmbeddedBroker broker;

  Kafka() {
    try {
      folder = Files.createTempDirectory("work-queue");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    broker = EmbeddedBroker.start(folder);
  }

  String address() {
    return broker.bootstrapServers();
  }

  Map<String, Object> properties() {
    return Map.of("bootstrap.servers", address());
  }

  void topic(String name, int partitions) throws Exception {
    topic(address(), name, partitions);
  }

  static void topic(String brokers, String name, int partitions) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
    }
  }

  void send(String topic, String prefix, int count) {
    send(address(), topic, prefix, count);
  }

  /// Sends the values `prefix0` … one record each.
  static void send(String brokers, String topic, String prefix, int count) {
    Map<String, Object> properties = Map.of("bootstrap.servers", brokers);
    try (var producer =
        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
      IntStream.range(0, count)
          .mapToObj(i -> prefix + i)
          .forEach(value -> {
            var _ = producer.send(new ProducerRecord<>(topic, value, value));
          });
      producer.flush();
    }
  }

  void configure(QueueSettings settings) throws Exception {
    try (var groups = new ShareGroups(properties())) {
      groups.requireSupport();
      groups.configure(settings);
    }
  }

  static String text(Delivery delivery) {
    return new String(delivery.record().value(), UTF_8);
  }

  @Override
  public void close() {
    broker.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

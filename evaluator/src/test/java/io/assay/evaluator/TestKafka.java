package io.assay.evaluator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assay.contracts.event.Event;
import io.assay.contracts.spec.TaskSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.contracts.wire.EventSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Writes and reads topics by hand, each from its beginning.
final class TestKafka implements AutoCloseable {

  private final String bootstrapServers;
  private final KafkaProducer<String, byte[]> producer;
  private final Map<String, KafkaConsumer<byte[], byte[]>> consumers = new HashMap<>();
  private final EventSerializer events = new EventSerializer();
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  TestKafka(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "linger.ms", "5"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /// One task, for job documents.
  static List<TaskSpec> tasks() {
    try {
      return List.of(
          ContractJson.mapper()
              .readValue(
                  """
                  {"name": "task", "type": "open-question", "dataset": {"path": "d.jsonl"},
                   "metrics": [{"metric": "exact_match"}]}
                  """,
                  TaskSpec.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void send(String topic, Event event) {
    var record =
        new ProducerRecord<String, byte[]>(
            topic, event.recordKey(), events.serialize(topic, event));
    sent.add(producer.send(record));
  }

  void send(String topic, String key, String value) {
    sent.add(producer.send(new ProducerRecord<>(topic, key, value.getBytes(UTF_8))));
  }

  /// What has come since the last call.
  List<ConsumerRecord<byte[], byte[]>> poll(String topic) {
    awaitSent();
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    consumers
        .computeIfAbsent(topic, this::consumer)
        .poll(Duration.ofMillis(200))
        .forEach(records::add);
    return records;
  }

  private void awaitSent() {
    producer.flush();
    sent.forEach(Future::resultNow); // fails where a record was not taken
    sent.clear();
  }

  private KafkaConsumer<byte[], byte[]> consumer(String topic) {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(topic, p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }

  @Override
  public void close() {
    producer.close();
    consumers.values().forEach(KafkaConsumer::close);
  }
}

package io.assay.scorer;

import io.assay.contracts.event.Event;
import io.assay.contracts.wire.EventSerializer;
import io.assay.contracts.wire.EventType;
import io.assay.contracts.wire.JobModelPartitioner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/// What the tests send and read themselves.
public final class Wire implements AutoCloseable {

  private final String bootstrapServers;
  private final KafkaProducer<String, Event> byModel;
  private final KafkaProducer<String, Event> plain;

  public Wire(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.byModel =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "linger.ms",
                5,
                "compression.type",
                "lz4",
                "batch.size",
                262144,
                "partitioner.class",
                JobModelPartitioner.class),
            new StringSerializer(),
            new EventSerializer());
    this.plain =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new EventSerializer());
  }

  /// To the broker of the application under test.
  public static Wire ofTheApplication() {
    return new Wire(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
  }

  /// Sends an event to its topic; returns before it is there.
  public void send(Event event) {
    var type = EventType.of(event);
    var producer =
        switch (type) {
          case OUTPUT, SCORE, METRIC, PROGRESS -> byModel;
          case CATALOG_ENTRY, JOB, CHECKPOINT, PROMPT, CANDIDATE, DEAD_LETTER, WORKER -> plain;
        };
    var _ = producer.send(new ProducerRecord<>(type.topic(), event.recordKey(), event));
  }

  /// Waits until everything is there.
  public void flush() {
    byModel.flush();
    plain.flush();
  }

  /// Sends bytes that are no event.
  public void sendRaw(String topic, String key, byte[] value) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new org.apache.kafka.common.serialization.ByteArraySerializer())) {
      var _ = producer.send(new ProducerRecord<>(topic, key, value));
    }
  }

  /// Everything that is on a topic now, in order within a partition.
  public <E> List<E> read(String topic, Deserializer<E> deserializer, Predicate<E> which) {
    return records(topic, deserializer).stream().map(ConsumerRecord::value).filter(which).toList();
  }

  /// The same with keys and offsets.
  public <E> List<ConsumerRecord<String, E>> records(String topic, Deserializer<E> deserializer) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            deserializer)) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
      consumer.assign(partitions);
      var ends = consumer.endOffsets(partitions);
      var all = new ArrayList<ConsumerRecord<String, E>>();
      while (!reached(consumer, ends)) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
      return all;
    }
  }

  private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    Stream.of(byModel, plain).forEach(KafkaProducer::close);
  }
}

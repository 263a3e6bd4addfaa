package io.assay.producer.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/// Reads topics from some point to their present ends, once. Only what is committed is seen.
@ApplicationScoped
public class TopicReader {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Map<String, Object> cluster;
  private final UnreadableRecords unreadable;

  /// @param cluster the connection as the channels have it
  TopicReader(
      @Identifier("default-kafka-broker") Map<String, Object> cluster,
      @Identifier("producer-unreadable") UnreadableRecords unreadable) {
    this.cluster = cluster;
    this.unreadable = unreadable;
  }

  /// Takes each record that it is given.
  public interface Sink<V> {

    /// Takes a record.
    ///
    /// @param value null for a tombstone
    void accept(ConsumerRecord<String, byte[]> record, @Nullable V value);
  }

  /// Reads all partitions of a topic from its beginning. What cannot be read becomes a dead letter.
  public <V> void readAll(String topic, Deserializer<V> values, Sink<V> sink) {
    try (var consumer = consumer()) {
      var partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      toTheEnd(consumer, partitions, values, sink);
    }
  }

  /// Reads one partition from a time on.
  ///
  /// @param since records that were written earlier may be left out
  public <V> void readPartition(
      String topic, int partition, Instant since, Deserializer<V> values, Sink<V> sink) {
    try (var consumer = consumer()) {
      var partitions = java.util.List.of(new TopicPartition(topic, partition));
      consumer.assign(partitions);
      seek(consumer, partitions, since);
      toTheEnd(consumer, partitions, values, sink);
    }
  }

  /// How many partitions a topic has.
  public int partitionCount(String topic) {
    try (var consumer = consumer()) {
      return partitions(consumer, topic).size();
    }
  }

  /// Moves a consumer to the first record of a time in each partition, or to the end where there is
  /// none.
  public static void seek(Consumer<?, ?> consumer, Collection<TopicPartition> to, Instant since) {
    Map<TopicPartition, Long> times = new HashMap<>();
    to.forEach(partition -> times.put(partition, since.toEpochMilli()));
    var found = consumer.offsetsForTimes(times);
    var ends = consumer.endOffsets(to);
    to.forEach(partition -> {
      var offset = found.get(partition);
      consumer.seek(partition, offset == null ? end(ends, partition) : offset.offset());
    });
  }

  private KafkaConsumer<String, byte[]> consumer() {
    var settings = new HashMap<>(cluster);
    settings.keySet().removeIf(key -> key.endsWith("deserializer") || key.equals("group.id"));
    settings.put("enable.auto.commit", "false");
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    settings.put("max.poll.records", "2000");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static Collection<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(each -> new TopicPartition(each.topic(), each.partition()))
        .toList();
  }

  /// The end is the last stable offset: a transaction that a stopped service left open ends by its
  /// time-out or when the service comes back.
  private <V> void toTheEnd(
      KafkaConsumer<String, byte[]> consumer,
      Collection<TopicPartition> partitions,
      Deserializer<V> values,
      Sink<V> sink) {
    var ends = consumer.endOffsets(partitions);
    var deadline = Instant.now().plus(PATIENCE);
    while (partitions.stream().anyMatch(each -> consumer.position(each) < end(ends, each))) {
      for (var record : consumer.poll(Duration.ofMillis(200))) {
        take(record, values, sink);
      }
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(
            "topics "
                + partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet())
                + " could not be read to their ends within "
                + PATIENCE.toSeconds()
                + " s");
      }
    }
  }

  private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
    return Objects.requireNonNull(ends.get(partition), () -> "no end of " + partition);
  }

  private <V> void take(
      ConsumerRecord<String, byte[]> record, Deserializer<V> values, Sink<V> sink) {
    try {
      sink.accept(record, values.deserialize(record.topic(), record.value()));
    } catch (SerializationException e) {
      unreadable.report(
          record.topic(), record.partition(), record.offset(), record.key(), record.value(), e);
    }
  }
}

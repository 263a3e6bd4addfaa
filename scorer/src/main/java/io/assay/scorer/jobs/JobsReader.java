package io.assay.scorer.jobs;

import io.assay.contracts.event.Topics;
import io.assay.contracts.wire.EventDeserializer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Brings a [JobBook] up to date with everything that is on `assay.jobs` now. Needed before scores
/// are read from a checkpoint: the checkpoint leaves out the beginnings of jobs that have ended, so
/// those must be known as ended.
public final class JobsReader {

  private static final TopicPartition JOBS = new TopicPartition(Topics.JOBS, 0);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> kafka;
  private final JobBook book;
  private final EventDeserializer.OfJob reader = new EventDeserializer.OfJob();

  /// @param kafka how the cluster is reached: `bootstrap.servers` and what belongs to it
  public JobsReader(Map<String, Object> kafka, JobBook book) {
    this.kafka = new HashMap<>(kafka);
    this.kafka.put("enable.auto.commit", false);
    this.kafka.put("auto.offset.reset", "earliest");
    this.kafka.put("isolation.level", "read_committed");
    this.book = book;
  }

  /// Returns when all is read; takes some ten milliseconds.
  public void catchUp() {
    try (var consumer =
        new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(JOBS));
      consumer.seek(JOBS, book.next());
      long end = consumer.endOffsets(List.of(JOBS)).getOrDefault(JOBS, 0L);
      read(consumer, end);
    }
  }

  private void read(Consumer<String, byte[]> consumer, long end) {
    while (consumer.position(JOBS) < end) {
      consumer.poll(POLL).forEach(this::learn);
    }
  }

  /// A record that cannot be read is reported where the channel meets it.
  private void learn(ConsumerRecord<String, byte[]> entry) {
    try {
      book.learn(entry.offset(), entry.key(), reader.deserialize(Topics.JOBS, entry.value()));
    } catch (SerializationException _) {
      book.skip(entry.offset());
    }
  }
}

package io.assay.producer.kafka;

import io.assay.contracts.event.CatalogEntry;
import io.assay.contracts.event.DeadLetter;
import io.assay.contracts.event.Event;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.Output;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// Writes events that stand alone; each call returns when the broker has them.
@ApplicationScoped
public class EventLog {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final MutinyEmitter<Event> jobs;
  private final MutinyEmitter<Event> models;
  private final MutinyEmitter<Event> outputs;
  private final MutinyEmitter<Event> deadLetters;

  EventLog(
      @Channel("producer-jobs") MutinyEmitter<Event> jobs,
      @Channel("producer-models-out") MutinyEmitter<Event> models,
      @Channel("producer-outputs") MutinyEmitter<Event> outputs,
      @Channel("producer-dead-letters") MutinyEmitter<Event> deadLetters) {
    this.jobs = jobs;
    this.models = models;
    this.outputs = outputs;
    this.deadLetters = deadLetters;
  }

  /// Writes a job's state.
  public void write(Job job) {
    send(jobs, job.recordKey(), job, new RecordHeaders()).await().atMost(LIMIT);
  }

  /// Writes outputs that this service settles by itself.
  public void write(List<Output> settled) {
    Uni.join()
        .all(
            settled.stream()
                .map(each -> send(outputs, each.recordKey(), each, new RecordHeaders()))
                .toList())
        .andFailFast()
        .await()
        .atMost(LIMIT);
  }

  /// Writes tombstones.
  ///
  /// @param partition where the keys' records are
  public void delete(TopicPartition partition, Collection<String> keys) {
    if (!keys.isEmpty()) {
      Uni.join()
          .all(keys.stream().map(key -> tombstone(partition, key)).toList())
          .andFailFast()
          .await()
          .atMost(LIMIT);
    }
  }

  private Uni<Void> tombstone(TopicPartition partition, String key) {
    var metadata =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(partition.topic())
            .withPartition(partition.partition())
            .withKey(key)
            .build();
    return jobs.sendMessage(Message.<@Nullable Event>of(null).addMetadata(metadata));
  }

  /// Writes a card of the catalogue; null removes it.
  ///
  /// @param origin who wrote it, kept as the record's header
  public void write(String modelId, @Nullable CatalogEntry entry, String origin) {
    var headers = new RecordHeaders();
    headers.add(CardOrigin.HEADER, CardOrigin.bytes(origin));
    send(models, modelId, entry, headers).await().atMost(LIMIT);
  }

  /// Writes a dead letter, without waiting for the broker.
  public void write(DeadLetter letter) {
    send(deadLetters, letter.recordKey(), letter, new RecordHeaders())
        .subscribe()
        .with(_ -> {}, failure -> LOG.log(System.Logger.Level.ERROR, letter.cause(), failure));
  }

  private static final System.Logger LOG = System.getLogger(EventLog.class.getName());

  private static Uni<Void> send(
      MutinyEmitter<Event> channel, String key, @Nullable Event event, Headers headers) {
    var metadata =
        OutgoingKafkaRecordMetadata.<String>builder().withKey(key).withHeaders(headers).build();
    return channel.sendMessage(Message.of(event).addMetadata(metadata));
  }
}

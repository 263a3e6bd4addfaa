package io.assay.producer.job;

import io.assay.blobs.BlobStore;
import io.assay.contracts.event.Keys;
import io.assay.contracts.event.Topics;
import io.assay.producer.kafka.EventLog;
import io.assay.producer.kafka.TopicReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Removes all that is kept of a job that has ended: its scores, metrics and counts by tombstones,
/// its media, and last the job itself, so that a deletion that was interrupted can be asked for
/// again. Its prompts and outputs lie in logs, which lose them as their retention says; nobody
/// shows them any more.
@ApplicationScoped
class Deletion {

  /// Tables whose keys begin with a job's id.
  private static final List<String> TABLES =
      List.of(Topics.SCORES, Topics.METRICS, Topics.PROGRESS, Topics.CANDIDATES);

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final TopicReader reader;
  private final EventLog log;
  private final BlobStore blobs;

  Deletion(TopicReader reader, EventLog log, BlobStore blobs) {
    this.reader = reader;
    this.log = log;
    this.blobs = blobs;
  }

  /// Removes a job.
  ///
  /// @param jobId of a job that has ended
  /// @throws IOException where its media could not be removed; the job is then still there
  void delete(String jobId) throws IOException {
    for (String topic : TABLES) {
      int partitions = reader.partitionCount(topic);
      for (int partition = 0; partition < partitions; partition++) {
        log.delete(new TopicPartition(topic, partition), keys(topic, partition, jobId));
      }
    }
    blobs.delete(jobId);
    log.delete(new TopicPartition(Topics.CHECKPOINTS, 0), List.of(jobId));
    log.delete(new TopicPartition(Topics.JOBS, 0), List.of(jobId));
  }

  private Set<String> keys(String topic, int partition, String jobId) {
    String prefix = Keys.join(jobId) + "|";
    Set<String> keys = new LinkedHashSet<>();
    reader.readPartition(
        topic,
        partition,
        since(jobId),
        new ByteArrayDeserializer(),
        (record, value) -> {
          if (record.key() != null && record.key().startsWith(prefix)) {
            boolean _ = value == null ? keys.remove(record.key()) : keys.add(record.key());
          }
        });
    return keys;
  }

  /// Nothing of a job is older than its id.
  private static Instant since(String jobId) {
    return JobIds.time(jobId).map(time -> time.minus(CLOCKS_DIFFER)).orElse(Instant.EPOCH);
  }
}

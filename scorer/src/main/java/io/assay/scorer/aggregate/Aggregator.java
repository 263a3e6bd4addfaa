package io.assay.scorer.aggregate;

import io.assay.contracts.event.Job;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Topics;
import io.assay.contracts.spec.ModelSpec;
import io.assay.scorer.Letters;
import io.assay.scorer.jobs.JobDirectory;
import io.assay.scorer.jobs.JobStanding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/// The tables of all partitions that are this instance's: a cache over the topic of scores. Which
/// thread calls what is in the package's description.
final class Aggregator {

  private final JobDirectory jobs;
  private final AggregatePublisher publisher;
  private final AggregatorMeters meters;
  private final Map<Integer, PartitionTables> partitions = new ConcurrentHashMap<>();
  private volatile int partitionCount = 1;
  private volatile boolean joined;

  Aggregator(JobDirectory jobs, AggregatePublisher publisher, AggregatorMeters meters) {
    this.jobs = jobs;
    this.publisher = publisher;
    this.meters = meters;
  }

  /// A partition is this instance's from now on.
  ///
  /// @param count how many partitions the topic has
  /// @param next the first offset that will be read: the checkpoint
  /// @param end the offset after the last record that is there now; until it is reached nothing is
  ///   published
  void assign(int partition, int count, long next, long end) {
    partitionCount = count;
    revoke(partition);
    partitions.put(partition, new PartitionTables(partition, next, end));
  }

  /// The group has given out its partitions; there may be none for this instance.
  void assigned() {
    joined = true;
  }

  /// A partition is another instance's from now on: nothing is sent for it once this returns.
  void revoke(int partition) {
    var tables = partitions.remove(partition);
    if (tables != null) {
      tables.forget(_ -> true);
    }
  }

  /// Puts scores into their tables.
  ///
  /// @return records that are in no table, except where a partition is being rebuilt: those were
  ///   reported before
  List<Rejected> take(ConsumerRecords<String, Score> scores) {
    var rejected = new ArrayList<Rejected>();
    for (TopicPartition partition : scores.partitions()) {
      var tables = partitions.get(partition.partition());
      if (tables != null) { // else it was revoked after this batch was read
        scores.records(partition).forEach(entry -> take(tables, entry, rejected));
      }
    }
    return rejected;
  }

  private void take(
      PartitionTables tables, ConsumerRecord<String, Score> entry, List<Rejected> rejected) {
    if (entry.offset() < tables.next()) {
      tables.startOverAt(entry.offset());
    }
    var problem =
        entry.value() == null
            ? Letters.deserializationProblem(entry)
            : put(tables, entry.offset(), entry.value());
    if (tables.isOpen()) {
      problem.ifPresent(cause -> rejected.add(new Rejected(entry, cause)));
    }
    tables.advance(entry.offset()).ifPresent(meters::rebuilt);
  }

  /// @return why the score is in no table; empty if it is
  private Optional<String> put(PartitionTables tables, long offset, Score score) {
    var key = ModelKey.of(score.key());
    try {
      return switch (jobs.find(key.jobId())) {
        case JobStanding.Open open ->
            counted(tables, tables.table(key, offset, open.job()).put(score));
        case JobStanding.Ended _ -> counted(tables, ModelTable.Put.LATE);
        case JobStanding.Unknown _ ->
            Optional.of("the score's job " + key.jobId() + " is not on " + Topics.JOBS);
      };
    } catch (IllegalArgumentException e) {
      return Optional.of("the score does not fit its job: " + e.getMessage());
    }
  }

  private Optional<String> counted(PartitionTables tables, ModelTable.Put put) {
    if (tables.isOpen()) { // while it is rebuilt nothing is new
      meters.put(put);
    }
    return Optional.empty();
  }

  /// Forgets the tables of jobs that have ended.
  void forgetEnded() {
    partitions.values().forEach(tables -> tables.forget(key -> jobs.hasEnded(key.jobId())));
  }

  /// Publishes the counts of every table that has changed.
  void publishProgress() {
    openTables().forEach(table -> table.publishProgress(publisher));
  }

  /// Computes and publishes the metrics of every table that has changed.
  void publishMetrics() {
    openTables().forEach(table -> table.publishMetrics(publisher));
  }

  /// Takes the tables that are complete and whose job waits for final metrics. Each is taken once;
  /// [ModelTable#publishFinal] is to be called for it.
  List<ModelTable> takeComplete() {
    return jobs.finishing().stream().flatMap(this::complete).toList();
  }

  private Stream<ModelTable> complete(Job job) {
    return job.document().models().stream()
        .map(ModelSpec::id)
        .flatMap(model -> complete(job, model).stream());
  }

  private Optional<ModelTable> complete(Job job, String modelId) {
    var key = new ModelKey(job.jobId(), modelId);
    long issued = job.issued().getOrDefault(modelId, 0L);
    return Optional.ofNullable(partitions.get(key.partition(partitionCount)))
        .filter(PartitionTables::isOpen)
        .flatMap(tables -> table(tables, key, job, issued))
        .filter(table -> table.takeForFinal(issued));
  }

  /// A model that nothing was issued for has no score, but final metrics.
  private static Optional<ModelTable> table(
      PartitionTables tables, ModelKey key, Job job, long issued) {
    return issued == 0 ? Optional.of(tables.table(key, Long.MAX_VALUE, job)) : tables.table(key);
  }

  /// From where each partition has to be read after a restart. Partitions that are being rebuilt
  /// are left out: theirs holds.
  Map<Integer, Long> checkpoints() {
    var offsets = new HashMap<Integer, Long>();
    partitions.forEach((partition, tables) -> {
      if (tables.isOpen()) {
        offsets.put(partition, tables.checkpoint());
      }
    });
    return offsets;
  }

  /// The partitions that are this instance's.
  Collection<PartitionTables> partitions() {
    return partitions.values();
  }

  /// Whether the instance has its partitions and all of them are complete.
  boolean isReady() {
    return joined && partitions.values().stream().allMatch(PartitionTables::isOpen);
  }

  private Stream<ModelTable> openTables() {
    return partitions.values().stream()
        .filter(PartitionTables::isOpen)
        .flatMap(tables -> tables.tables().stream());
  }
}

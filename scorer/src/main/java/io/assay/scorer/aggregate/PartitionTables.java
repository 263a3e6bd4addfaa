package io.assay.scorer.aggregate;

import io.assay.contracts.event.Job;
import io.assay.tasks.aggregate.ScoreTable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// The tables of one partition of the scores while it is assigned to this instance. Closed (nothing
/// is published) until everything is read that was there when it was assigned.
///
/// [#advance] is called by the handler's thread alone; the rest by any.
final class PartitionTables {

  private final int partition;
  private final long assignedAt = System.nanoTime();
  private final Map<ModelKey, ModelTable> tables = new ConcurrentHashMap<>();
  private volatile long next;
  private volatile long target;
  private volatile boolean open;

  /// @param next the first offset that will be read
  /// @param end the offset after the last record that is there now
  PartitionTables(int partition, long next, long end) {
    this.partition = partition;
    this.next = next;
    this.target = end;
    this.open = next >= end;
  }

  int partition() {
    return partition;
  }

  /// Whether the tables are complete, so that they may be published.
  boolean isOpen() {
    return open;
  }

  /// The offset after the last record that was put.
  long next() {
    return next;
  }

  Collection<ModelTable> tables() {
    return tables.values();
  }

  Optional<ModelTable> table(ModelKey key) {
    return Optional.ofNullable(tables.get(key));
  }

  /// The table of a model, made if it is not there.
  ///
  /// @param offset of its first score; [Long#MAX_VALUE] if it has none
  /// @throws IllegalArgumentException where the job has a metric that this version does not know
  ModelTable table(ModelKey key, long offset, Job job) {
    return tables.computeIfAbsent(
        key,
        _ -> {
          var tasks =
              job.document().tasks().stream().filter(task -> task.asks(key.modelId())).toList();
          return new ModelTable(new ScoreTable(key.jobId(), key.modelId(), tasks), offset);
        });
  }

  /// A record comes that was read before: somebody moved the consumer back. Starts over, since
  /// tables may have rows that are to come again.
  void startOverAt(long offset) {
    target = Math.max(target, next);
    open = false;
    next = offset;
    forget(_ -> true);
  }

  /// The record at `offset` was put.
  ///
  /// @return how long it took to get here, where this was the last record that was waited for
  Optional<Duration> advance(long offset) {
    next = offset + 1;
    if (open || next < target) {
      return Optional.empty();
    }
    open = true;
    return Optional.of(Duration.ofNanos(System.nanoTime() - assignedAt));
  }

  /// Where a restart has to read from: the lowest offset that a table here still needs.
  long checkpoint() {
    long lowest = next; // first: a table that is made after this line has no lower offset
    for (ModelTable table : tables.values()) {
      lowest = Math.min(lowest, table.firstOffset());
    }
    return lowest;
  }

  /// Drops tables; nothing more is sent for them once this returns.
  void forget(Predicate<ModelKey> which) {
    for (ModelKey key : List.copyOf(tables.keySet())) {
      if (which.test(key)) {
        Optional.ofNullable(tables.remove(key)).ifPresent(ModelTable::drop);
      }
    }
  }
}

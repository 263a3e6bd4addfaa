package io.assay.dashboard.projection;

import io.assay.contracts.event.Event;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Score;
import io.assay.contracts.wire.EventType;
import io.assay.dashboard.live.LiveState;
import io.assay.dashboard.store.OffsetTable;
import io.assay.dashboard.store.OutputTable;
import io.assay.dashboard.store.ScoreTable;
import io.assay.dashboard.store.Store;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.duckdb.DuckDBConnection;

/// Takes batches of records into the store, rows and offsets in one transaction, so that each
/// record has its effect exactly once: what was written is skipped when it comes again, what was
/// not comes again.
///
/// Outputs and scores are written at once. Jobs, checkpoints, progress and metrics replace one
/// another many times a second: they are shown at once and wait in [Pending] to be written
/// together.
public final class Projection {

  private final Store store;
  private final OutputTable outputs;
  private final ScoreTable scores;
  private final LiveState live;
  private final Offsets offsets;
  private final Pending pending = new Pending();
  private final ProjectionMeter meter;
  private final Runnable beforeCommit;
  private final ReentrantLock writing = new ReentrantLock();

  /// Goes on where the store is.
  ///
  /// @param maxText how many characters of a text are kept
  public Projection(Store store, LiveState live, int maxText, ProjectionMeter meter) {
    this(store, live, maxText, meter, () -> {});
  }

  /// @param beforeCommit runs at the end of each transaction; what it throws undoes all of it
  Projection(
      Store store, LiveState live, int maxText, ProjectionMeter meter, Runnable beforeCommit) {
    this.store = store;
    this.outputs = new OutputTable(store, maxText);
    this.scores = new ScoreTable(store);
    this.live = live;
    this.offsets = new Offsets(OffsetTable.all(store));
    this.meter = meter;
    this.beforeCommit = beforeCommit;
    Restored.into(live, store);
  }

  /// Where reading goes on.
  public Offsets offsets() {
    return offsets;
  }

  /// Outputs → rows. What judges put out is told in the explanations of scores.
  public void takeOutputs(ConsumerRecords<String, Output> records) {
    takeRows(records, output -> output.prompt().inquiry().isEmpty(), outputs::put);
  }

  /// Scores → rows.
  public void takeScores(ConsumerRecords<String, Score> records) {
    takeRows(records, _ -> true, scores::put);
  }

  /// Writes rows of a table.
  private interface Put<E> {
    void rows(DuckDBConnection connection, Collection<E> rows) throws SQLException;
  }

  private <E extends Event> void takeRows(
      ConsumerRecords<String, E> records, Predicate<E> which, Put<E> put) {
    var last = new LinkedHashMap<String, E>();
    var next = each(records, record -> remember(record, which, last));
    write(
        next,
        connection -> {
          put.rows(connection, last.values());
          return last.size();
        });
  }

  private static <E> void remember(
      ConsumerRecord<String, E> record, Predicate<E> which, Map<String, E> last) {
    if (record.value() != null && which.test(record.value())) {
      last.remove(record.key());
      last.put(record.key(), record.value());
    }
  }

  /// Jobs, checkpoints, progress, metrics, cards → live state, and rows later.
  ///
  /// @param show makes a value visible
  public <E extends Event> void takeLatest(
      EventType type, ConsumerRecords<String, E> records, Consumer<E> show) {
    var next = each(records, record -> show(type, record, show));
    pending.reached(next);
    offsets.reached(next);
  }

  private <E extends Event> void show(
      EventType type, ConsumerRecord<String, E> record, Consumer<E> show) {
    if (record.value() != null) {
      show.accept(record.value());
    } else if (type == EventType.JOB) {
      live.forget(record.key());
    }
    pending.put(type, record.key(), Optional.ofNullable(record.value()));
  }

  /// Hands over what has not been seen, and says how far that is.
  private <E> Map<TopicPartition, Long> each(
      ConsumerRecords<String, E> records, Consumer<ConsumerRecord<String, E>> take) {
    var next = new LinkedHashMap<TopicPartition, Long>();
    for (var partition : records.partitions()) {
      long from = offsets.next(partition);
      meter.took(partition.topic(), records.records(partition).size());
      for (var record : records.records(partition)) {
        if (record.offset() >= from) {
          if (meter.readable(record)) {
            take.accept(record);
          }
          next.put(partition, record.offset() + 1);
        }
      }
    }
    return next;
  }

  /// Writes what waits. Does nothing if nothing does.
  ///
  /// @throws io.assay.dashboard.store.StoreException where it failed; it then goes on waiting
  public void flush() {
    if (!pending.isEmpty()) {
      write(Map.of(), _ -> 0);
    }
  }

  /// One writer at a time, from taking what waits to knowing that it is written: otherwise an older
  /// value could be written over a newer one.
  private void write(Map<TopicPartition, Long> next, Store.Work<Integer> rows) {
    writing.lock();
    try {
      writeWith(pending.take(), next, rows);
    } finally {
      writing.unlock();
    }
  }

  private void writeWith(
      Pending.Waiting waiting, Map<TopicPartition, Long> next, Store.Work<Integer> rows) {
    try {
      var latest = LatestRows.of(waiting, live);
      meter.timed(() -> store.write(connection -> all(connection, waiting, latest, next, rows)));
      offsets.reached(next);
      live.saved(latest.snapshots(), latest.curves());
    } catch (RuntimeException e) {
      pending.giveBack(waiting);
      throw e;
    }
  }

  private Integer all(
      DuckDBConnection connection,
      Pending.Waiting waiting,
      LatestRows latest,
      Map<TopicPartition, Long> next,
      Store.Work<Integer> rows)
      throws SQLException {
    int count = rows.on(connection);
    latest.write(connection);
    OffsetTable.put(connection, waiting.offsetsAnd(next));
    beforeCommit.run();
    return count;
  }
}

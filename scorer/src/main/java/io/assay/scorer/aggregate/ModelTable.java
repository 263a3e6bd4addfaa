package io.assay.scorer.aggregate;

import io.assay.contracts.event.Counts;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Score;
import io.assay.tasks.aggregate.ScoreTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The table of one model of a job, and what is to be said of it. The meeting point of all threads:
/// every method holds the table's lock, also while it hands records over to the publisher, so that
/// nothing is sent after a final record or after the table was dropped.
final class ModelTable {

  /// What became of a score.
  enum Put {
    /// The sample had none.
    ADDED,
    /// It took the place of the sample's score.
    REPLACED,
    /// It came after the final metrics and is left out of them.
    LATE
  }

  private enum State {
    /// Takes scores, speaks of itself.
    LIVE,
    /// Its final metrics are being published, or have been.
    FINAL,
    /// Belongs to another instance, or its job has ended.
    DROPPED
  }

  /// What makes a snapshot worth sending again.
  private record Reading(
      @Nullable Double value, @Nullable Double low, @Nullable Double high, long n, long missing) {
    static Reading of(MetricSnapshot it) {
      return new Reading(it.value(), it.low(), it.high(), it.n(), it.missing());
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final long firstOffset;
  private final ScoreTable table;
  private final Map<String, Reading> sent = new HashMap<>();
  private State state = State.LIVE;
  private boolean uncounted = true;
  private boolean unmeasured = true;
  private CompletableFuture<Receipt> counting = CompletableFuture.completedFuture(Receipt.GIVEN);
  private CompletableFuture<Receipt> measuring = CompletableFuture.completedFuture(Receipt.GIVEN);

  /// @param firstOffset the offset of its first score; [Long#MAX_VALUE] if it has none
  ModelTable(ScoreTable table, long firstOffset) {
    this.table = table;
    this.firstOffset = firstOffset;
  }

  /// The offset of its first score: a restart needs all from there.
  long firstOffset() {
    return firstOffset;
  }

  /// Puts a score.
  ///
  /// @throws IllegalArgumentException where the score does not fit the job; nothing has changed
  Put put(Score score) {
    lock.lock();
    try {
      if (state != State.LIVE) {
        return Put.LATE;
      }
      boolean replaced = table.put(score);
      uncounted = true;
      unmeasured = true;
      return replaced ? Put.REPLACED : Put.ADDED;
    } finally {
      lock.unlock();
    }
  }

  /// How its samples were settled.
  Counts counts() {
    lock.lock();
    try {
      return table.counts();
    } finally {
      lock.unlock();
    }
  }

  /// Sends the counts if they have changed and the last ones have arrived. Returns at once where
  /// the table is busy: the next round comes soon.
  void publishProgress(AggregatePublisher publisher) {
    if (!lock.tryLock()) {
      return;
    }
    try {
      if (state == State.LIVE && uncounted && counting.isDone()) {
        uncounted = false;
        counting = publisher.publish(table.progress(false, Instant.now())).toCompletableFuture();
        onFailure(counting, () -> uncounted = true);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Sends those metrics that have changed, if the last ones have arrived.
  void publishMetrics(AggregatePublisher publisher) {
    lock.lock();
    try {
      if (state == State.LIVE && unmeasured && measuring.isDone()) {
        unmeasured = false;
        var changed = table.snapshots(Instant.now()).stream().filter(this::differs).toList();
        measuring = publishAll(changed, publisher);
        onFailure(measuring, this::measureAgain);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean differs(MetricSnapshot snapshot) {
    var reading = Reading.of(snapshot);
    return !reading.equals(sent.put(snapshot.recordKey(), reading));
  }

  private void measureAgain() {
    sent.clear();
    unmeasured = true;
  }

  /// Claims the table for its final metrics, where it holds all that was issued. True once; the
  /// caller then calls [#publishFinal].
  boolean takeForFinal(long issued) {
    if (!lock.tryLock()) {
      return false;
    }
    try {
      if (state != State.LIVE || table.counts().settled() < issued) {
        return false;
      }
      state = State.FINAL;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Computes the exact final metrics, sends them, waits for their arrival, then says that they are
  /// there. Live records on their way go first. Where sending fails the table is live again, so
  /// that it will be claimed anew. Does nothing for a dropped table.
  void publishFinal(AggregatePublisher publisher) {
    CompletionStage<Receipt> done;
    lock.lock();
    try {
      if (state != State.FINAL) {
        return;
      }
      var snapshots = table.finalSnapshots(Instant.now());
      var progress = table.progress(true, Instant.now());
      done =
          CompletableFuture.allOf(counting, measuring)
              .handle((_, _) -> Receipt.GIVEN)
              .thenCompose(_ -> whileFinal(() -> publishAll(snapshots, publisher)))
              .thenCompose(_ -> whileFinal(() -> publisher.publish(progress)));
    } catch (RuntimeException | Error e) {
      reopen();
      throw e;
    } finally {
      lock.unlock();
    }
    onFailure(done, this::reopen);
  }

  private CompletionStage<Receipt> whileFinal(Supplier<? extends CompletionStage<Receipt>> send) {
    lock.lock();
    try {
      return state == State.FINAL ? send.get() : CompletableFuture.completedFuture(Receipt.GIVEN);
    } finally {
      lock.unlock();
    }
  }

  private void reopen() {
    if (state == State.FINAL) {
      state = State.LIVE;
    }
  }

  /// Nothing is sent for this table from now on.
  void drop() {
    lock.lock();
    try {
      state = State.DROPPED;
    } finally {
      lock.unlock();
    }
  }

  private static CompletableFuture<Receipt> publishAll(
      List<MetricSnapshot> snapshots, AggregatePublisher publisher) {
    var arrivals = snapshots.stream().map(publisher::publish).toList();
    return CompletableFuture.allOf(
            arrivals.stream()
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture[]::new))
        .thenApply(_ -> Receipt.GIVEN);
  }

  private void onFailure(CompletionStage<Receipt> sending, Runnable undo) {
    var _ =
        sending.whenComplete((_, failure) -> {
          if (failure != null) {
            lock.lock();
            try {
              undo.run();
            } finally {
              lock.unlock();
            }
          }
        });
  }
}

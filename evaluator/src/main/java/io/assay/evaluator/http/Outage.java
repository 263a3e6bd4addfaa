package io.assay.evaluator.http;

import io.assay.contracts.event.WorkerState;
import io.assay.evaluator.provider.CallContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Whether a model gives answers. A call that ended without one waits a moment for what others come
/// to. Where one gets an answer, the failure was the sample's own. Where so many in a row get none,
/// all are held: one at a time tries again, ever more rarely, and when it gets an answer all go on.
/// After the patience they fail after all.
final class Outage {

  /// So many failures in a row are not their samples'.
  static final int ENOUGH = 10;

  /// How long a call waits for what others come to.
  private static final Duration MOMENT = Duration.ofSeconds(5);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final String model;
  private final Duration patience;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Integer> heldByJob = new TreeMap<>();
  private final AtomicInteger failures = new AtomicInteger();
  private long answers;
  private String reason = "";
  private Instant since = Instant.MIN;
  private Instant nextTry = Instant.MIN;
  private Duration pause = FIRST_PAUSE;

  Outage(String model, Duration patience, Clock clock) {
    this.model = model;
    this.patience = patience;
    this.clock = clock;
  }

  /// The model answered, if only with a refusal.
  void answered() {
    if (failures.get() == 0) {
      return;
    }
    lock.lock();
    try {
      failures.set(0);
      answers++;
      pause = FIRST_PAUSE;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// A call ended without an answer. Waits until it may be tried again, where enough others failed.
  ///
  /// @return whether to try again; if not, the call has failed
  boolean tryAgain(CallContext call, String error) throws InterruptedException {
    lock.lock();
    try {
      if (patience.isZero()) {
        return false;
      }
      fail(error);
      return othersFailToo(call) && !impatient() && hold(call);
    } finally {
      lock.unlock();
    }
  }

  private void fail(String error) {
    reason = error;
    if (failures.incrementAndGet() == ENOUGH) {
      since = clock.instant();
      nextTry = since.plus(pause);
      changed.signalAll();
    }
  }

  private boolean othersFailToo(CallContext call) throws InterruptedException {
    Instant from = clock.instant();
    long answersBefore = answers;
    long left = MOMENT.toNanos();
    while (failures.get() < ENOUGH && answers == answersBefore && left > 0) {
      left = changed.awaitNanos(left);
    }
    call.addWait(Duration.between(from, clock.instant()));
    return failures.get() >= ENOUGH;
  }

  private boolean impatient() {
    return !clock.instant().isBefore(since.plus(patience));
  }

  private boolean hold(CallContext call) throws InterruptedException {
    String job = call.prompt().key().jobId();
    heldByJob.merge(job, 1, Integer::sum);
    Instant from = clock.instant();
    try {
      while (failures.get() >= ENOUGH && !impatient()) {
        Instant now = clock.instant();
        if (!now.isBefore(nextTry)) {
          pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
          nextTry = now.plus(pause);
          return true;
        }
        var wait = shorter(Duration.between(now, nextTry), Duration.between(now, end()));
        var _ = changed.awaitNanos(wait.toNanos());
      }
      return !impatient() || failures.get() < ENOUGH;
    } finally {
      heldByJob.computeIfPresent(job, (_, held) -> held == 1 ? null : Integer.valueOf(held - 1));
      call.addWait(Duration.between(from, clock.instant()));
    }
  }

  private Instant end() {
    return since.plus(patience);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /// What others should know, while calls are held.
  Optional<WorkerState.Outage> report() {
    lock.lock();
    try {
      return failures.get() < ENOUGH || heldByJob.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new WorkerState.Outage(model, List.copyOf(heldByJob.keySet()), reason, since, end()));
    } finally {
      lock.unlock();
    }
  }
}

package io.assay.evaluator.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Interrupts the thread of a blocking call at its deadline, or when the call has begun to answer
/// and then falls silent. An interrupt never outlives its call.
final class Watchdog implements Runnable {

  /// A call was interrupted. It may have been carried out all the same.
  static final class Timeout extends Exception {
    private static final long serialVersionUID = 1L;

    Timeout(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /// What is watched.
  @FunctionalInterface
  interface Call<T> {
    T run(Watchdog watchdog) throws IOException, InterruptedException;
  }

  private enum State {
    ARMED,
    FIRING,
    FIRED,
    DONE
  }

  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final AtomicReference<State> state = new AtomicReference<>(State.ARMED);
  private final Thread caller = Thread.currentThread();
  private final Duration limit;
  private final Duration first;
  private final Duration stall;
  private final long deadline;
  private volatile long silentUntil;
  private volatile boolean begun;
  private volatile boolean stalled;
  private volatile @Nullable Future<?> next;

  private Watchdog(Duration limit, Duration first, Duration stall) {
    this.limit = limit;
    this.first = first;
    this.stall = stall;
    this.deadline = System.nanoTime() + limit.toNanos();
    this.silentUntil = System.nanoTime() + first.toNanos(); // a model may think for long
  }

  private static ScheduledThreadPoolExecutor timer() {
    var factory = Thread.ofPlatform().daemon().name("assay-watchdog").factory();
    var timer = new ScheduledThreadPoolExecutor(1, factory);
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  /// Runs a call on this thread.
  ///
  /// @param limit for the whole call
  /// @param first until the answer begins; not longer than the limit
  /// @param stall longest silence once the answer has begun
  static <T> T watch(Duration limit, Duration first, Duration stall, Call<T> call)
      throws IOException, InterruptedException, Timeout {
    var watchdog = new Watchdog(limit, first, stall);
    watchdog.schedule(Math.min(first.toNanos(), stall.toNanos()));
    try {
      T value = call.run(watchdog);
      watchdog.end();
      return value;
    } catch (IOException | InterruptedException | RuntimeException e) {
      if (watchdog.end()) {
        throw new Timeout(watchdog.why(), e);
      }
      throw e;
    }
  }

  /// Something arrived.
  void touch() {
    silentUntil = System.nanoTime() + stall.toNanos();
    begun = true;
  }

  private void schedule(long nanos) {
    next = TIMER.schedule(this, nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void run() {
    long now = System.nanoTime();
    long left = Math.min(deadline - now, silentUntil - now);
    if (left > 0) {
      if (state.get() == State.ARMED) {
        schedule(Math.min(left, stall.toNanos())); // a touch may bring the end nearer
      }
    } else if (state.compareAndSet(State.ARMED, State.FIRING)) {
      stalled = deadline - now > 0;
      caller.interrupt();
      state.set(State.FIRED);
    }
  }

  /// @return true when the watchdog has fired; its interrupt is then gone
  private boolean end() {
    if (state.compareAndSet(State.ARMED, State.DONE)) {
      var timer = next;
      if (timer != null) {
        timer.cancel(false);
      }
      return false;
    }
    while (state.get() != State.FIRED) {
      Thread.onSpinWait();
    }
    Thread.interrupted();
    return true;
  }

  private String why() {
    if (stalled && !begun) {
      return "no answer had begun within " + text(first);
    }
    return stalled
        ? "the answer stopped in the middle: nothing came for " + text(stall)
        : "no complete answer within " + text(limit);
  }

  private static String text(Duration duration) {
    long millis = duration.toMillis();
    return millis < 1000 ? millis + " ms" : Math.round(millis / 100.0) / 10.0 + " s";
  }
}

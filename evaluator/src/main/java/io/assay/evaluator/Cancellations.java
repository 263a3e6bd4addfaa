package io.assay.evaluator;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which jobs were cancelled, and which threads are calling a model for which job: these are
/// interrupted when their job is cancelled.
@Singleton
final class Cancellations {

  private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
  private final Map<String, Set<Thread>> running = new ConcurrentHashMap<>();

  /// A call that cancelling its job interrupts.
  @FunctionalInterface
  interface Call<T> {
    T run() throws InterruptedException;
  }

  /// Whether a job was cancelled.
  boolean cancelled(String jobId) {
    return cancelled.contains(jobId);
  }

  /// Ends a job's calls, now and later.
  void cancel(String jobId) {
    if (cancelled.add(jobId)) {
      running.computeIfPresent(
          jobId,
          (_, threads) -> {
            threads.forEach(Thread::interrupt);
            return threads;
          });
    }
  }

  /// Runs a call of a job on this thread. An interrupt never outlives it.
  ///
  /// @throws InterruptedException where the job was cancelled meanwhile, or this worker stops
  <T> T interruptibly(String jobId, Call<T> call) throws InterruptedException {
    var thread = Thread.currentThread();
    running.compute(
        jobId, (_, threads) -> with(thread, threads == null ? new HashSet<>() : threads));
    try {
      if (cancelled(jobId)) {
        throw new InterruptedException("job " + jobId + " was cancelled");
      }
      return call.run();
    } finally {
      running.computeIfPresent(jobId, (_, threads) -> without(thread, threads));
      Thread.interrupted();
    }
  }

  private static Set<Thread> with(Thread thread, Set<Thread> threads) {
    threads.add(thread);
    return threads;
  }

  @SuppressWarnings("NullAway") // null removes the entry
  private static Set<Thread> without(Thread thread, Set<Thread> threads) {
    threads.remove(thread);
    return threads.isEmpty() ? null : threads;
  }
}

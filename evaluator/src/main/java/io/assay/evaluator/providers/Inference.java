package io.assay.evaluator.providers;

import io.assay.evaluator.provider.CallContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Platform threads for native code: first come, first served, a bounded number at a time.
final class Inference implements AutoCloseable {

  private final ThreadPoolExecutor pool;

  Inference(int threads) {
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("assay-in-process-", 1).factory());
    pool.allowCoreThreadTimeOut(true);
  }

  /// Runs all tasks and waits. The wait for the first thread is not part of the call's time.
  ///
  /// @throws TimeoutException where the call's time limit passes
  <T> List<T> all(List<Callable<T>> tasks, CallContext call)
      throws InterruptedException, TimeoutException {
    long queued = System.nanoTime();
    var begun = new CountDownLatch(1);
    List<Future<T>> futures = new ArrayList<>(tasks.size());
    for (var task : tasks) {
      futures.add(
          pool.submit(() -> {
            begun.countDown();
            return task.call();
          }));
    }
    try {
      begun.await();
      call.addWait(Duration.ofNanos(System.nanoTime() - queued));
      return results(futures, call);
    } finally {
      futures.forEach(future -> future.cancel(false)); // changes nothing where all are done
    }
  }

  private static <T> List<T> results(List<Future<T>> futures, CallContext call)
      throws InterruptedException, TimeoutException {
    List<T> results = new ArrayList<>(futures.size());
    for (var future : futures) {
      try {
        results.add(future.get(Math.max(0, call.remaining().toNanos()), TimeUnit.NANOSECONDS));
      } catch (ExecutionException e) {
        throw new IllegalStateException("an in-process model failed", e.getCause());
      }
    }
    return results;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}

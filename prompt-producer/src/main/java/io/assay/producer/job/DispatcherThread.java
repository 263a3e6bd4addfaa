package io.assay.producer.job;

import io.assay.contracts.event.Job;
import io.assay.contracts.event.Progress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/// The one thread on which jobs are decided, and the way to it from all others. Safe for use by
/// several threads.
@ApplicationScoped
class DispatcherThread {

  private static final System.Logger LOG = System.getLogger(DispatcherThread.class.getName());
  private static final Duration IDLE = Duration.ofMillis(200);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
  private static final int AFTER_CHANNELS = 2000;

  private final Dispatcher dispatcher;
  private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
  private final CompletableFuture<Instant> recovered = new CompletableFuture<>();
  private volatile boolean stopping;
  private volatile @Nullable String trouble = "the open jobs have not been read yet";
  private volatile int openJobs;
  private volatile long inFlight;
  private @Nullable Thread thread;

  DispatcherThread(Dispatcher dispatcher, MeterRegistry meters) {
    this.dispatcher = dispatcher;
    Gauge.builder("assay.producer.jobs.open", () -> openJobs)
        .description("Jobs that have not ended")
        .register(meters);
    Gauge.builder("assay.producer.prompts.in.flight", () -> inFlight)
        .description("Prompts that are issued and not yet settled")
        .register(meters);
  }

  void start(@Observes @Priority(AFTER_CHANNELS) StartupEvent start) {
    thread = Thread.ofPlatform().name("prompt-producer").daemon().start(this::run);
  }

  void stop(@Observes ShutdownEvent stop) throws InterruptedException {
    stopping = true;
    inbox.add(() -> {});
    if (thread != null) {
      thread.join(Duration.ofSeconds(10));
    }
  }

  private void run() {
    while (!stopping && !recovered.isDone()) {
      guarded(() -> {
        recovered.complete(dispatcher.recover());
        trouble = null;
      });
    }
    while (!stopping) {
      guarded(this::turn);
    }
    dispatcher.close();
  }

  private void turn() {
    boolean busy = dispatcher.turn();
    openJobs = dispatcher.openJobs();
    inFlight = dispatcher.inFlight();
    for (var next = await(busy ? Duration.ZERO : IDLE); next != null; next = inbox.poll()) {
      next.run();
    }
  }

  private @Nullable Runnable await(Duration limit) {
    try {
      return inbox.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopping = true;
      return null;
    }
  }

  /// Whatever fails here is tried again; only a newer producer in this one's place ends it.
  private void guarded(Runnable work) {
    try {
      work.run();
      if (recovered.isDone()) {
        trouble = null;
      }
    } catch (ProducerFencedException e) {
      LOG.log(System.Logger.Level.ERROR, "another prompt producer took over, this one stops", e);
      trouble = "another prompt producer took over; only one may run";
      stopping = true;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "prompts could not be issued, trying again", e);
      trouble = String.valueOf(e.getMessage());
      pause();
      inbox.add(this::resynchronise);
    }
  }

  private void resynchronise() {
    if (recovered.isDone()) {
      dispatcher.resynchronise();
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(AFTER_FAILURE.toMillis());
    } catch (InterruptedException e) {
      stopping = true;
    }
  }

  /// Why nothing can be issued at present; empty while all is well.
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /// Since when reports matter; waits until that is known.
  Instant reportsSince() {
    return recovered.join().minus(CLOCKS_DIFFER);
  }

  /// Books a report, soon.
  void report(Progress progress) {
    inbox.add(() -> dispatcher.report(progress));
  }

  /// Accepts a job; returns once it is written.
  Job submit(Job job) {
    return call(() -> dispatcher.submit(job));
  }

  /// Does what a person asks of a job; returns once it is written.
  Jobs.Command command(String jobId, Function<Job, Jobs.Command> change) {
    return call(() -> dispatcher.command(jobId, change));
  }

  /// Why a job may not be deleted; empty where it may.
  Optional<Jobs.Command> undeletable(String jobId) {
    return call(() -> dispatcher.undeletable(jobId));
  }

  /// A job was deleted.
  void forget(String jobId) {
    call(() -> {
      dispatcher.forget(jobId);
      return jobId;
    });
  }

  private <T> T call(Supplier<T> work) {
    recovered.join();
    var result = new CompletableFuture<T>();
    inbox.add(() -> {
      try {
        result.complete(work.get());
      } catch (RuntimeException e) {
        result.completeExceptionally(e);
      }
    });
    return result.join();
  }
}

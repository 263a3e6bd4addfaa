package io.assay.evaluator;

import io.assay.contracts.event.WorkerState;
import io.assay.evaluator.http.Outages;
import io.assay.evaluator.provider.Models;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/// this worker → worker, every two seconds, and a tombstone at its end.
@Singleton
final class Heartbeat {

  static final String CHANNEL = "evaluator-workers-out";

  private static final Logger LOG = Logger.getLogger(Heartbeat.class);
  private static final int AFTER_CHANNELS = 2000;

  private final Emitter<Record<String, WorkerState>> workers;
  private final Worker worker;
  private final EvaluatorConfig config;
  private final Models models;
  private final CallMeters meters;
  private final Outages outages;
  private final CountDownLatch stopping = new CountDownLatch(1);

  Heartbeat(
      @Channel(CHANNEL) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          Emitter<Record<String, WorkerState>> workers,
      Worker worker,
      EvaluatorConfig config,
      Models models,
      CallMeters meters,
      Outages outages) {
    this.workers = workers;
    this.worker = worker;
    this.config = config;
    this.models = models;
    this.meters = meters;
    this.outages = outages;
  }

  void start(@Observes @Priority(AFTER_CHANNELS) StartupEvent event) {
    Thread.ofVirtual().name("heartbeat").start(this::beat);
  }

  /// The first ones to stop: the others take over its part while it finishes.
  @SuppressWarnings("NullAway") // a tombstone has no value
  void stop(@Observes @Priority(1) ShutdownEvent event) {
    stopping.countDown();
    workers.send(Record.of(worker.id(), null));
  }

  private void beat() {
    try {
      do {
        workers
            .send(Record.of(worker.id(), state()))
            .exceptionally(failure -> {
              LOG.warnf("The heartbeat of %s was not written: %s", worker.id(), failure);
              return null;
            });
      } while (!stopping.await(WorkerState.EVERY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private WorkerState state() {
    return new WorkerState(
        worker.id(),
        config.pools(),
        models.providerNames(),
        meters.inFlight(),
        config.maxInFlight(),
        outages.open(),
        Instant.now());
  }
}

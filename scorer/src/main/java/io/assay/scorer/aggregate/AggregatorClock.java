package io.assay.scorer.aggregate;

import io.assay.scorer.ScorerConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// What happens by time: progress, live and final metrics, checkpoints. A slow metric delays other
/// metrics, never progress, by which the producer gets its credit back.
@Singleton
class AggregatorClock {

  private static final Logger LOG = Logger.getLogger(AggregatorClock.class);

  private final Aggregator aggregator;
  private final AggregatePublisher publisher;
  private final Checkpoints checkpoints;
  private final AggregatorMeters meters;
  private final ScorerConfig config;
  private final ScheduledExecutorService counting = thread("aggregator-progress");
  private final ScheduledExecutorService measuring = thread("aggregator-metrics");
  private final ExecutorService finishing = thread("aggregator-final-metrics");
  private final ScheduledExecutorService committing = thread("aggregator-checkpoints");

  AggregatorClock(
      Aggregator aggregator,
      AggregatePublisher publisher,
      Checkpoints checkpoints,
      AggregatorMeters meters,
      ScorerConfig config) {
    this.aggregator = aggregator;
    this.publisher = publisher;
    this.checkpoints = checkpoints;
    this.meters = meters;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    begin();
  }

  void begin() {
    every(config.progressInterval(), counting, this::count);
    every(config.checkpointInterval(), committing, this::commit);
    scheduleMetrics(config.snapshotInterval());
  }

  @PreDestroy
  void stop() {
    counting.shutdownNow();
    measuring.shutdownNow();
    finishing.shutdownNow();
    committing.shutdownNow();
  }

  /// Final metrics first: a complete table of a finishing job needs no live progress any more.
  private void count() {
    aggregator.forgetEnded();
    aggregator.takeComplete().forEach(table -> finishing.execute(() -> finish(table)));
    aggregator.publishProgress();
  }

  private void finish(ModelTable table) {
    guarded(() -> meters.finalMetrics().record(() -> table.publishFinal(publisher)));
  }

  private void commit() {
    checkpoints.commit(aggregator.checkpoints());
  }

  /// The next round begins so late that rounds take no more than their share of a processor.
  private void measure() {
    long start = System.nanoTime();
    guarded(aggregator::publishMetrics);
    var took = Duration.ofNanos(System.nanoTime() - start);
    meters.liveMetrics().record(took);
    long pause = (long) (took.toNanos() / config.snapshotShare()) - took.toNanos();
    scheduleMetrics(max(config.snapshotInterval().minus(took), Duration.ofNanos(pause)));
  }

  private void scheduleMetrics(Duration pause) {
    if (!measuring.isShutdown()) {
      var _ = measuring.schedule(this::measure, pause.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void every(Duration interval, ScheduledExecutorService thread, Runnable work) {
    long nanos = interval.toNanos();
    var _ = thread.scheduleWithFixedDelay(() -> guarded(work), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /// The edge: one round that breaks is counted and logged, and the next one comes.
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError e) {
      meters.failed();
      LOG.error("a round of publishing broke; the next one tries again", e);
    }
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().name(name).daemon().factory());
  }
}

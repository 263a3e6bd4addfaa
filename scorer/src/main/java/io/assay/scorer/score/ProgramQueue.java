package io.assay.scorer.score;

import io.assay.contracts.event.Output;
import io.assay.scorer.ScorerConfig;
import io.assay.tasks.metric.JudgingStopped;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Judges outputs whose metrics run programs, each on a virtual thread of its own, which waits most
/// of the time: whoever runs programs bounds how many run at once. What waits here is bound by its
/// size on the broker.
@Singleton
class ProgramQueue {

  private static final int UNIT = 1024;

  private final RecordJudge judge;
  private final VerdictPublisher publisher;
  private final int size;
  private final Semaphore room;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("scorer-program-", 0).factory());

  ProgramQueue(
      RecordJudge judge, VerdictPublisher publisher, ScorerConfig config, MeterRegistry registry) {
    this.judge = judge;
    this.publisher = publisher;
    this.size = (int) Math.max(1, config.programsWaiting().asLongValue() / UNIT);
    this.room = new Semaphore(size, true);
    registry.gauge("assay.scorer.programs.waiting", this, ProgramQueue::waitingBytes);
  }

  private double waitingBytes() {
    return (double) UNIT * (size - room.availablePermits());
  }

  /// Takes outputs, as soon as there is room for them.
  ///
  /// @return done when all their scores are with the broker; [JudgingStopped] where this process
  ///   ends before
  CompletableFuture<Void> judge(List<ConsumerRecord<String, Output>> entries) {
    var running = new ArrayList<CompletableFuture<Void>>(entries.size());
    for (var entry : entries) {
      int weight = Math.clamp(entry.serializedValueSize() / UNIT, 1, size);
      acquire(weight);
      running.add(
          CompletableFuture.runAsync(() -> settle(entry), threads)
              .whenComplete((_, _) -> room.release(weight)));
    }
    return CompletableFuture.allOf(running.toArray(CompletableFuture[]::new));
  }

  private void acquire(int weight) {
    try {
      room.acquire(weight);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new JudgingStopped("interrupted while waiting for room");
    }
  }

  private void settle(ConsumerRecord<String, Output> entry) {
    var verdicts = Stream.of(entry).map(judge::judge).toList();
    publisher.publish(verdicts).await().indefinitely();
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }
}

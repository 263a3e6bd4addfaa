package io.assay.scorer.publish;

import io.assay.contracts.event.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What the stage output → score counts. No label names a job, a model or a sample.
@Singleton
public class ScoreMeters {

  private record Kind(Status status, String taskType) {}

  private final MeterRegistry registry;
  private final Map<Kind, Counter> scores = new ConcurrentHashMap<>();
  private final Timer judging;

  ScoreMeters(MeterRegistry registry) {
    this.registry = registry;
    this.judging =
        Timer.builder("assay.scorer.judging")
            .description("Time to judge one batch of outputs")
            .register(registry);
  }

  public void scored(Status status, String taskType) {
    scores.computeIfAbsent(new Kind(status, taskType), this::counter).increment();
  }

  private Counter counter(Kind kind) {
    return Counter.builder("assay.scorer.scores")
        .description("Scores published, by status and task type")
        .tag("status", kind.status().name())
        .tag("task_type", kind.taskType())
        .register(registry);
  }

  public Timer judging() {
    return judging;
  }
}

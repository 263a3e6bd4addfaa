package io.assay.scorer.score;

import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/// What the stage output → score counts. No label names a job, a model or a sample.
@Singleton
class ScoreMeters {

  private final Map<Status, Counter> scores = new EnumMap<>(Status.class);
  private final Counter deadLetters;
  private final Timer judging;

  ScoreMeters(MeterRegistry registry) {
    for (Status status : Status.values()) {
      scores.put(
          status,
          Counter.builder("assay.scorer.scores")
              .description("Scores published, by status")
              .tag("status", status.name())
              .register(registry));
    }
    deadLetters =
        Counter.builder("assay.scorer.dead.letters")
            .description("Outputs that could not be handled")
            .register(registry);
    judging =
        Timer.builder("assay.scorer.judging")
            .description("Time to judge one batch of outputs")
            .register(registry);
  }

  void scored(Score score) {
    var counter = scores.get(score.status());
    if (counter != null) {
      counter.increment();
    }
  }

  void deadLettered() {
    deadLetters.increment();
  }

  Timer judging() {
    return judging;
  }
}

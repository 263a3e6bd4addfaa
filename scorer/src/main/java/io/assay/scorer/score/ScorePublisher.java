package io.assay.scorer.score;

import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.scorer.DeadLetters;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/// Sends scores and dead letters, in order. A batch is bounded by what one poll brings, so nothing
/// overflows.
@Singleton
class ScorePublisher {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final MutinyEmitter<Record<String, Score>> scores;
  private final DeadLetters deadLetters;
  private final ScoreMeters meters;

  ScorePublisher(
      @Channel("scorer-scores") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Record<String, Score>> scores,
      DeadLetters deadLetters,
      ScoreMeters meters) {
    this.scores = scores;
    this.deadLetters = deadLetters;
    this.meters = meters;
  }

  /// Completes when the broker has everything. Does not fail for a broker that is away: it waits
  /// for it.
  Uni<Void> publish(List<Verdict> verdicts) {
    var sent = new ArrayList<Uni<Void>>(verdicts.size());
    for (Verdict verdict : verdicts) {
      switch (verdict) {
        case Verdict.Settled settled -> sent.add(send(settled.score(), settled.taskType()));
        case Verdict.Broken broken -> {
          sent.add(deadLetters.send(broken.letter()));
          sent.add(send(broken.score(), broken.taskType()));
        }
        case Verdict.Unreadable unreadable -> sent.add(deadLetters.send(unreadable.letter()));
        case Verdict.Deleted _ -> {}
      }
    }
    return sent.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(sent).andCollectFailures().replaceWithVoid();
  }

  private Uni<Void> send(Score score, String taskType) {
    return scores
        .send(Record.of(score.recordKey(), score))
        .onFailure(RecordTooLargeException.class)
        .recoverWithUni(e -> scores.send(Record.of(score.recordKey(), tooLarge(score, e))))
        .onFailure()
        .retry()
        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
        .indefinitely()
        .invoke(() -> meters.scored(score.status(), taskType));
  }

  private static Score tooLarge(Score score, Throwable cause) {
    return new Score(
        score.key(),
        score.outputId(),
        Status.DEAD_LETTER,
        score.cluster(),
        List.of(),
        "the score is too large for a record: " + cause.getMessage(),
        score.callMillis(),
        score.usage(),
        score.redelivered(),
        score.at());
  }
}

package io.assay.scorer.publish;

import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.inject.Singleton;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/// Sends scores. A batch is bounded by what one poll brings, so nothing overflows.
@Singleton
public class Scores {

  private final MutinyEmitter<Record<String, Score>> channel;
  private final ScoreMeters meters;

  Scores(
      @Channel("scorer-scores") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Record<String, Score>> channel,
      ScoreMeters meters) {
    this.channel = channel;
    this.meters = meters;
  }

  /// Completes when the broker has the score.
  public Uni<Void> send(Score score, String taskType) {
    return Waiting.forBroker(
            channel
                .send(Record.of(score.recordKey(), score))
                .onFailure(RecordTooLargeException.class)
                .recoverWithUni(
                    e -> channel.send(Record.of(score.recordKey(), tooLarge(score, e)))))
        .invoke(() -> meters.scored(score.status(), taskType));
  }

  private static Score tooLarge(Score score, Throwable cause) {
    return score.settledAs(
        Status.DEAD_LETTER,
        "the score is too large for a record: " + cause.getMessage(),
        score.at());
  }
}

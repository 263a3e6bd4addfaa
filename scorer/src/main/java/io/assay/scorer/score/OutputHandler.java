package io.assay.scorer.score;

import io.assay.contracts.event.Output;
import io.assay.scorer.publish.ScoreMeters;
import io.assay.tasks.metric.Metrics;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/// output → score. Offsets are committed once every score of a batch is with the broker; a batch
/// that is read again gives the same scores again, which replace themselves. What is computed at
/// once is not held up by programs of the same batch: those come after it, a few at a time.
@Singleton
class OutputHandler {

  /// Scores of so many programs become visible together.
  private static final int PROGRAMS_AT_ONCE = 32;

  private final JudgePool judges;
  private final VerdictPublisher publisher;
  private final ScoreMeters meters;

  OutputHandler(JudgePool judges, VerdictPublisher publisher, ScoreMeters meters) {
    this.judges = judges;
    this.publisher = publisher;
    this.meters = meters;
  }

  @Incoming("scorer-outputs")
  @Blocking("assay-scorer")
  void handle(ConsumerRecords<String, Output> outputs) {
    var quick = new ArrayList<ConsumerRecord<String, Output>>(outputs.count());
    var programs = new ArrayList<ConsumerRecord<String, Output>>();
    outputs.forEach(entry -> (runsPrograms(entry.value()) ? programs : quick).add(entry));
    publish(meters.judging().record(() -> judges.judge(quick)));
    for (int from = 0; from < programs.size(); from += PROGRAMS_AT_ONCE) {
      var some = programs.subList(from, Math.min(from + PROGRAMS_AT_ONCE, programs.size()));
      publish(meters.judging().record(() -> judges.judgeApart(some)));
    }
  }

  private static boolean runsPrograms(@Nullable Output output) {
    return output != null && output.prompt().metrics().stream().anyMatch(Metrics::runsPrograms);
  }

  private void publish(@Nullable List<Verdict> verdicts) {
    publisher.publish(verdicts == null ? List.of() : verdicts).await().indefinitely();
  }
}

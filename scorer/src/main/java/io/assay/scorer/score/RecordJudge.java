package io.assay.scorer.score;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.DeadLetter;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.scorer.Letters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// Decides what becomes of one record, readable or not. Never throws on a bad record.
final class RecordJudge {

  private static final String STAGE = "scorer";

  private final Judge judge;

  RecordJudge(Judge judge) {
    this.judge = judge;
  }

  Verdict judge(ConsumerRecord<String, @Nullable Output> entry) {
    var at = Instant.now();
    var output = entry.value();
    if (output != null) {
      return readable(entry, output, at);
    }
    var problem = Letters.deserializationProblem(entry);
    return problem.isPresent() ? unreadable(entry, problem.get(), at) : new Verdict.Deleted();
  }

  private Verdict readable(
      ConsumerRecord<String, @Nullable Output> entry, Output output, Instant at) {
    try {
      return new Verdict.Settled(judge.judge(output, at), output.prompt().taskType());
    } catch (MetricFailure e) {
      var letter = Letters.of(entry, STAGE, e.getMessage(), at);
      var score = Judge.deadLetter(output, letter.cause(), at);
      return new Verdict.Broken(score, output.prompt().taskType(), letter);
    }
  }

  /// What cannot be read cannot be judged; its key still says which sample has to end.
  private static Verdict unreadable(
      ConsumerRecord<String, @Nullable Output> entry, String problem, Instant at) {
    DeadLetter letter = Letters.of(entry, STAGE, problem, at);
    return sampleKey(entry.key())
        .<Verdict>map(
            key -> new Verdict.Broken(unreadableScore(entry, key, problem, at), "unknown", letter))
        .orElseGet(() -> new Verdict.Unreadable(letter));
  }

  private static Optional<SampleKey> sampleKey(@Nullable String key) {
    try {
      return Optional.ofNullable(key).map(SampleKey::parse);
    } catch (IllegalArgumentException _) { // no sample's key
      return Optional.empty();
    }
  }

  private static Score unreadableScore(
      ConsumerRecord<String, ?> entry, SampleKey key, String problem, Instant at) {
    return new Score(
        key,
        "unreadable-" + entry.partition() + "-" + entry.offset(),
        Status.DEAD_LETTER,
        key.sampleId(),
        List.of(),
        problem,
        null,
        Completion.Usage.UNKNOWN,
        false,
        at);
  }
}

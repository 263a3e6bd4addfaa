package io.assay.scorer.score;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Candidate;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.DeadLetter;
import io.assay.contracts.event.Inquiry;
import io.assay.contracts.event.Judging;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.scorer.Failure;
import io.assay.scorer.Letters;
import io.assay.scorer.MetricFailure;
import io.assay.scorer.consult.Inquiries;
import io.assay.scorer.consult.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// Decides what becomes of one record, readable or not. Never throws on a bad record.
final class RecordJudge {

  private static final String STAGE = "scorer";

  private final Judge judge;
  private final Inquiries inquiries;

  RecordJudge(Judge judge, Inquiries inquiries) {
    this.judge = judge;
    this.inquiries = inquiries;
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
      return output.prompt().inquiry().isPresent()
          ? verdict(inquiries.goOn(output, at), output)
          : ofModel(output, at);
    } catch (MetricFailure e) {
      return broken(output, Letters.of(entry, STAGE, e.getMessage(), at), at);
    }
  }

  private static Verdict verdict(Step step, Output output) {
    return switch (step) {
      case Step.Ask(var question) -> new Verdict.Asked(question);
      case Step.Done(var scores) -> new Verdict.Settled(scores, output.prompt().taskType());
    };
  }

  private Verdict ofModel(Output output, Instant at) {
    var score = judge.judge(output, at);
    var judging = output.prompt().judging();
    if (judging == null) {
      return new Verdict.Settled(List.of(score), output.prompt().taskType());
    }
    return toBeJudged(output, score, judging, at);
  }

  private Verdict toBeJudged(Output output, Score draft, Judging judging, Instant at) {
    var answer = draft.status() == Status.SCORED ? answer(output) : null;
    if (!judging.rivals().isEmpty()) {
      var candidate = new Candidate(output.prompt(), draft, answer);
      return new Verdict.SetAside(candidate, answer == null ? draft : null);
    }
    return answer == null
        ? new Verdict.Settled(List.of(draft), output.prompt().taskType())
        : verdict(
            inquiries.begin(output.prompt(), List.of(new Inquiry.Subject(draft, answer)), at),
            output);
  }

  private static @Nullable Answer answer(Output output) {
    return output.completion() instanceof Completion.Answered answered ? answered.answer() : null;
  }

  private static Verdict broken(Output output, DeadLetter letter, Instant at) {
    var prompt = output.prompt();
    if (prompt.inquiry().isPresent()) {
      var failure = Failure.of(Status.DEAD_LETTER, letter.cause());
      var scores = Inquiries.broken(prompt, failure, at).scores();
      return new Verdict.Broken(scores, null, prompt.taskType(), letter);
    }
    var score = Judge.deadLetter(output, letter.cause(), at);
    var judging = prompt.judging();
    boolean awaited = judging != null && !judging.rivals().isEmpty();
    return new Verdict.Broken(
        List.of(score),
        awaited ? new Candidate(prompt, score, null) : null,
        prompt.taskType(),
        letter);
  }

  /// What cannot be read cannot be judged; its key still says which sample has to end.
  private static Verdict unreadable(
      ConsumerRecord<String, @Nullable Output> entry, String problem, Instant at) {
    DeadLetter letter = Letters.of(entry, STAGE, problem, at);
    return sampleKey(entry.key())
        .<Verdict>map(key ->
            new Verdict.Broken(
                List.of(unreadableScore(entry, key, problem, at)), null, "unknown", letter))
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

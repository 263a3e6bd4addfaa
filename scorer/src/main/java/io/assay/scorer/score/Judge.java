package io.assay.scorer.score;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.JudgingStopped;
import io.assay.tasks.metric.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns an output into its one score. A pure function but for the time stamp; safe for use by many
/// threads.
final class Judge {

  private final Function<MetricSpec, Metric> metrics;

  /// @param metrics gives the metric of a definition; may throw IllegalArgumentException
  Judge(Function<MetricSpec, Metric> metrics) {
    this.metrics = metrics;
  }

  /// The score of an output.
  ///
  /// @throws MetricFailure where a metric broke; the output itself may be fine
  /// @throws JudgingStopped where this process is being stopped; then nothing is settled
  Score judge(Output output, Instant at) {
    return switch (output.completion()) {
      case Completion.Answered answered -> answered(output, answered.answer(), at);
      case Completion.Refused refused -> failed(output, Status.FAILED_MODEL, refused.reason(), at);
      case Completion.Unavailable down -> failed(output, Status.FAILED_INFRA, down.lastError(), at);
      case Completion.TimedOut late -> failed(output, Status.TIMEOUT, late.lastError(), at);
      case Completion.OverLimit over -> failed(output, Status.LIMIT, over.reason(), at);
      case Completion.Skipped skipped -> failed(output, Status.SKIPPED, skipped.reason(), at);
      case Completion.Abandoned left -> failed(output, Status.DEAD_LETTER, left.reason(), at);
    };
  }

  /// The score that ends a sample whose output cannot be handled.
  static Score deadLetter(Output output, String reason, Instant at) {
    return failed(output, Status.DEAD_LETTER, reason, at);
  }

  private Score answered(Output output, Answer answer, Instant at) {
    var contributions = new ArrayList<Contribution>();
    for (MetricSpec spec : output.prompt().metrics()) {
      switch (judgement(spec, output.prompt(), answer)) {
        case Judgement.Judged judged -> contributions.add(judged.contribution());
        case Judgement.NotApplicable _ -> {}
        case Judgement.Unjudgeable unfit -> {
          return failed(output, Status.FAILED_MODEL, spec.name() + ": " + unfit.reason(), at);
        }
        case Judgement.NotJudged none -> {
          return failed(output, Status.FAILED_INFRA, spec.name() + ": " + none.reason(), at);
        }
      }
    }
    return score(output, Status.SCORED, contributions, Optional.empty(), at);
  }

  /// The edge between the scorer and its metrics, which may hold any code: what breaks there must
  /// end one sample, not the stream. Deep recursion in a regular expression is such a break.
  private Judgement judgement(MetricSpec spec, Prompt prompt, Answer answer) {
    try {
      return metrics.apply(spec).judge(prompt.sample(), answer);
    } catch (JudgingStopped e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new MetricFailure(spec, prompt.key(), e);
    }
  }

  private static Score failed(Output output, Status status, @Nullable String reason, Instant at) {
    var told = reason == null || reason.isBlank() ? "no reason given" : reason;
    return score(output, status, List.of(), Optional.of(told), at);
  }

  private static Score score(
      Output output,
      Status status,
      List<Contribution> contributions,
      Optional<String> reason,
      Instant at) {
    boolean called = output.attempts() > 0;
    return new Score(
        output.key(),
        output.outputId(),
        status,
        output.prompt().sample().clusterOrId(),
        contributions,
        reason.orElse(null),
        called ? output.timing().call() : null,
        output.completion() instanceof Completion.Answered answered
            ? answered.usage()
            : Completion.Usage.UNKNOWN,
        output.deliveryCount() > 1,
        at);
  }
}

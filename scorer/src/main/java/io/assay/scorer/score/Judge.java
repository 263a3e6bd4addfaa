package io.assay.scorer.score;

import io.assay.blobs.BlobStore;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.spec.MetricSpec;
import io.assay.scorer.Failure;
import io.assay.scorer.MetricFailure;
import io.assay.tasks.metric.Circumstances;
import io.assay.tasks.metric.Consulting;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.JudgingStopped;
import io.assay.tasks.metric.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Turns an output into its one score, without what judges will say. A pure function but for the
/// time stamp; safe for use by many threads.
final class Judge {

  private final Function<MetricSpec, Metric> metrics;
  private final BlobStore blobs;

  /// @param metrics gives the metric of a definition; may throw IllegalArgumentException
  /// @param blobs the media of jobs
  Judge(Function<MetricSpec, Metric> metrics, BlobStore blobs) {
    this.metrics = metrics;
    this.blobs = blobs;
  }

  /// The score of an output.
  ///
  /// @throws MetricFailure where a metric broke; the output itself may be fine
  /// @throws JudgingStopped where this process is being stopped; then nothing is settled
  Score judge(Output output, Instant at) {
    return output.completion() instanceof Completion.Answered answered
        ? answered(output, answered.answer(), at)
        : failed(output, Failure.of(output.completion()).orElseThrow(), at);
  }

  /// The score that ends a sample whose output cannot be handled.
  static Score deadLetter(Output output, String reason, Instant at) {
    return failed(output, Failure.of(Status.DEAD_LETTER, reason), at);
  }

  private Score answered(Output output, Answer answer, Instant at) {
    var contributions = new ArrayList<Contribution>();
    var circumstances = circumstances(output);
    for (MetricSpec spec : output.prompt().metrics()) {
      switch (judgement(spec, output.prompt(), answer, circumstances)) {
        case Judgement.Judged judged -> contributions.add(judged.contribution());
        case Judgement.NotApplicable _ -> {}
        case Judgement.Unjudgeable unfit -> {
          var failure = new Failure(Status.FAILED_MODEL, spec.name() + ": " + unfit.reason());
          return failed(output, failure, at);
        }
        case Judgement.NotJudged none -> {
          var failure = new Failure(Status.FAILED_INFRA, spec.name() + ": " + none.reason());
          return failed(output, failure, at);
        }
      }
    }
    return score(output, Status.SCORED, contributions, Optional.empty(), at);
  }

  private Circumstances circumstances(Output output) {
    return new Circumstances(
        output.prompt().request(),
        output.attempts() > 0 ? output.timing().call() / 1000 : null,
        blob -> blobs.of(output.key().jobId()).open(blob));
  }

  /// The edge between the scorer and its metrics, which may hold any code: what breaks there must
  /// end one sample, not the stream. Deep recursion in a regular expression is such a break.
  private Judgement judgement(
      MetricSpec spec, Prompt prompt, Answer answer, Circumstances circumstances) {
    try {
      var metric = metrics.apply(spec);
      return metric instanceof Consulting // judges speak later
          ? new Judgement.NotApplicable()
          : metric.judge(prompt.sample(), answer, circumstances);
    } catch (JudgingStopped e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new MetricFailure(spec, prompt.key(), e);
    }
  }

  private static Score failed(Output output, Failure failure, Instant at) {
    return score(output, failure.status(), List.of(), Optional.of(failure.reason()), at);
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
        output.prompt().sample().slices(),
        contributions,
        reason.orElse(null),
        called ? output.timing().call() : null,
        output.completion() instanceof Completion.Answered answered
            ? answered.usage()
            : Completion.Usage.UNKNOWN,
        null,
        output.deliveryCount() > 1,
        at);
  }
}

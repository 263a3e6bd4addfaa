package io.assay.tasks.metric;

import io.assay.contracts.event.Contribution;

/// What a metric says of one answer.
public sealed interface Judgement {

  /// It counts, with this contribution.
  record Judged(Contribution contribution) implements Judgement {}

  /// The metric does not look at this sample (a passage has no recall); nothing is missing.
  record NotApplicable() implements Judgement {}

  /// Sample or answer is not fit to be judged; the sample counts as failed, with this reason.
  record Unjudgeable(String reason) implements Judgement {}

  /// It cannot be judged here, through no fault of sample or answer: no sandbox for a program. The
  /// sample counts as failed by the infrastructure, with this reason.
  record NotJudged(String reason) implements Judgement {}
}

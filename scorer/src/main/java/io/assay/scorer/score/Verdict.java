package io.assay.scorer.score;

import io.assay.contracts.event.DeadLetter;
import io.assay.contracts.event.Score;

/// What becomes of one record of the outputs.
sealed interface Verdict {

  /// The output is settled with this score.
  record Settled(Score score, String taskType) implements Verdict {}

  /// The output could not be handled: a dead letter says why, and the score ends the sample.
  ///
  /// @param taskType the sample's task type; `unknown` where the output could not be read
  record Broken(Score score, String taskType, DeadLetter letter) implements Verdict {}

  /// The record names no sample, so there is nothing to settle.
  record Unreadable(DeadLetter letter) implements Verdict {}

  /// A deleted output: nothing to do.
  record Deleted() implements Verdict {}
}

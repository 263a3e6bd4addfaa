package io.assay.scorer.score;

import io.assay.contracts.event.Candidate;
import io.assay.contracts.event.DeadLetter;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes of one record of the outputs.
sealed interface Verdict {

  /// Samples are settled: that of the output, or those that waited for a judge's.
  record Settled(List<Score> scores, String taskType) implements Verdict {}

  /// A judge is asked; the sample is settled when there is nothing left to ask.
  record Asked(Prompt question) implements Verdict {}

  /// The answer waits for other models' answers.
  ///
  /// @param score settles the sample where there is no answer
  record SetAside(Candidate candidate, @Nullable Score score) implements Verdict {}

  /// The output could not be handled: a dead letter says why, and the scores end the samples.
  ///
  /// @param candidate what other models' answers wait for; absent where none does
  /// @param taskType the samples' task type; `unknown` where the output could not be read
  record Broken(
      List<Score> scores, @Nullable Candidate candidate, String taskType, DeadLetter letter)
      implements Verdict {}

  /// The record names no sample, so there is nothing to settle.
  record Unreadable(DeadLetter letter) implements Verdict {}

  /// A deleted output: nothing to do.
  record Deleted() implements Verdict {}
}

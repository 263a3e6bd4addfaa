package io.assay.evaluator.http;

import io.assay.contracts.event.Completion;
import java.time.Duration;
import java.util.Optional;

/// What one attempt came to.
public sealed interface Outcome {

  /// The call has ended, well or not; another attempt would bring the same.
  record Settled(Completion completion) implements Outcome {}

  /// Another attempt may do better.
  ///
  /// @param late whether time ran out, rather than something failed
  /// @param error what happened, in words, without secrets
  /// @param after how long the server asks to wait
  record Passing(boolean late, String error, Optional<Duration> after) implements Outcome {}
}

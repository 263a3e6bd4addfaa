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
  /// @param error what happened, in words, without secrets
  /// @param after how long the server asks to wait
  record Passing(Cause cause, String error, Optional<Duration> after) implements Outcome {}

  /// Why an attempt failed, as far as it tells how to go on.
  enum Cause {
    /// Something failed.
    FAILED,
    /// Time ran out.
    LATE,
    /// The server has too much to do: 503, 529.
    OVERLOADED,
    /// The server refuses because of its limits: 429.
    RATE_LIMITED
  }
}

package io.assay.evaluator.trial;

import io.assay.contracts.event.CallRecord;
import io.assay.contracts.event.Completion;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One call of a model, and what came of it.
///
/// @param capability what was tried
/// @param asked what it was asked, for people
/// @param completion how it ended
/// @param took the whole call
/// @param attempts how many were made
/// @param record what else is known of it
public record Trial(
    Ability capability,
    String asked,
    Completion completion,
    Duration took,
    int attempts,
    @Nullable CallRecord record) {

  /// Whether the model answered.
  public boolean succeeded() {
    return completion instanceof Completion.Answered;
  }
}

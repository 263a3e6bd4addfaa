package io.assay.scorer;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a prompt has no answer.
///
/// @param status how it is settled
/// @param reason why, in words
public record Failure(Status status, String reason) {

  /// A failure; a reason that is missing is named as such.
  public static Failure of(Status status, @Nullable String reason) {
    return new Failure(status, reason == null || reason.isBlank() ? "no reason given" : reason);
  }

  /// What kept a call from being answered; empty where it was.
  public static Optional<Failure> of(Completion completion) {
    return switch (completion) {
      case Completion.Answered _ -> Optional.empty();
      case Completion.Refused refused -> Optional.of(of(Status.FAILED_MODEL, refused.reason()));
      case Completion.Unavailable down -> Optional.of(of(Status.FAILED_INFRA, down.lastError()));
      case Completion.TimedOut late -> Optional.of(of(Status.TIMEOUT, late.lastError()));
      case Completion.OverLimit over -> Optional.of(of(Status.LIMIT, over.reason()));
      case Completion.Skipped skipped -> Optional.of(of(Status.SKIPPED, skipped.reason()));
      case Completion.Abandoned left -> Optional.of(of(Status.DEAD_LETTER, left.reason()));
    };
  }
}

package io.assay.dashboard.live;

import io.assay.contracts.event.Counts;
import org.jspecify.annotations.Nullable;

/// A model's prompts by what became of them. Always: issued = inFlight + all the others but
/// `total`.
///
/// @param issued prompts issued so far
/// @param total how many there will be; absent while that is not known
/// @param inFlight issued and not settled
public record CountsView(
    long issued,
    @Nullable Long total,
    long inFlight,
    long scored,
    long failedByModel,
    long failedByInfrastructure,
    long timedOut,
    long overLimit,
    long skipped,
    long deadLettered) {

  /// Puts together what different topics say. The checkpoint may be read later than the progress
  /// that it made possible: what is settled was issued.
  static CountsView of(long issued, @Nullable Long total, Counts counts) {
    long atLeast = Math.max(issued, counts.settled());
    return new CountsView(
        atLeast,
        total,
        atLeast - counts.settled(),
        counts.scored(),
        counts.failedByModel(),
        counts.failedByInfrastructure(),
        counts.timedOut(),
        counts.overLimit(),
        counts.skipped(),
        counts.deadLettered());
  }

  /// How many have their final status.
  long settled() {
    return issued - inFlight;
  }

  /// How many were settled without a score.
  long failed() {
    return settled() - scored;
  }
}

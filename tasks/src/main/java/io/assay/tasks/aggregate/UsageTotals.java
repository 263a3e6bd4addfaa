package io.assay.tasks.aggregate;

import io.assay.contracts.event.Completion.Usage;
import io.assay.tasks.statistics.ExactSum;
import org.jspecify.annotations.Nullable;

/// What all calls used together. A part is unknown as long as no call told it.
final class UsageTotals {

  static final long UNKNOWN_TOKENS = -1;
  static final double UNKNOWN_COST = Double.NaN;

  private final ExactSum cost = new ExactSum();
  private long inputTokens;
  private long outputTokens;
  private long knownInputs;
  private long knownOutputs;
  private long knownCosts;

  /// Counts one call more (`sign` 1) or less (-1).
  void count(long input, long output, double dollars, int sign) {
    if (input != UNKNOWN_TOKENS) {
      inputTokens += sign * input;
      knownInputs += sign;
    }
    if (output != UNKNOWN_TOKENS) {
      outputTokens += sign * output;
      knownOutputs += sign;
    }
    if (Double.isFinite(dollars)) {
      cost.add(sign * dollars);
      knownCosts += sign;
    }
  }

  /// The totals.
  Usage total() {
    return new Usage(
        known(knownInputs, inputTokens),
        known(knownOutputs, outputTokens),
        knownCosts == 0 ? null : Double.valueOf(cost.value()));
  }

  private static @Nullable Long known(long calls, long tokens) {
    return calls == 0 ? null : Long.valueOf(tokens);
  }
}

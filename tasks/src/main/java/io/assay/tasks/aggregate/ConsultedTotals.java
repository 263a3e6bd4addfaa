package io.assay.tasks.aggregate;

import io.assay.contracts.event.Completion.Usage;
import io.assay.contracts.event.Consulted;
import org.jspecify.annotations.Nullable;

/// What judges used together.
final class ConsultedTotals {

  private final UsageTotals usage = new UsageTotals();
  private long calls;

  /// Counts one row more (`sign` 1) or less (-1).
  void count(Consulted consulted, int sign) {
    Usage used = consulted.usage();
    Long input = used.inputTokens();
    Long output = used.outputTokens();
    Double cost = used.cost();
    calls += sign * consulted.calls();
    usage.count(
        input == null ? UsageTotals.UNKNOWN_TOKENS : input,
        output == null ? UsageTotals.UNKNOWN_TOKENS : output,
        cost == null ? UsageTotals.UNKNOWN_COST : cost,
        sign);
  }

  /// The totals; absent where no judge was asked.
  @Nullable Consulted total() {
    return calls == 0 ? null : new Consulted(calls, usage.total());
  }
}

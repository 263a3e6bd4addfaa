package io.assay.scorer.consult;

import io.assay.contracts.event.Completion.Usage;
import io.assay.contracts.event.Consulted;
import org.jspecify.annotations.Nullable;

/// Adds up what calls used. What no call told stays unknown.
final class Usages {

  private Usages() {}

  static Usage sum(Usage a, Usage b) {
    return new Usage(
        sum(a.inputTokens(), b.inputTokens()),
        sum(a.outputTokens(), b.outputTokens()),
        sum(a.cost(), b.cost()));
  }

  static Consulted sum(Consulted a, Consulted b) {
    return new Consulted(a.calls() + b.calls(), sum(a.usage(), b.usage()));
  }

  private static @Nullable Long sum(@Nullable Long a, @Nullable Long b) {
    return a == null ? b : b == null ? a : Long.valueOf(a + b);
  }

  private static @Nullable Double sum(@Nullable Double a, @Nullable Double b) {
    return a == null ? b : b == null ? a : Double.valueOf(a + b);
  }
}

package io.assay.evaluator.providers;

import io.assay.contracts.event.Completion;
import io.assay.contracts.spec.Price;
import org.jspecify.annotations.Nullable;

/// What usage costs.
final class Prices {
  private Prices() {}

  /// Usage with its cost, where price and counts are known.
  static Completion.Usage usage(
      @Nullable Price price, @Nullable Long inputTokens, @Nullable Long outputTokens) {
    return new Completion.Usage(inputTokens, outputTokens, cost(price, inputTokens, outputTokens));
  }

  private static @Nullable Double cost(
      @Nullable Price price, @Nullable Long inputTokens, @Nullable Long outputTokens) {
    if (price == null) {
      return null;
    }
    var input = part(price.inputPerMillionTokens(), inputTokens);
    var output = part(price.outputPerMillionTokens(), outputTokens);
    return input == null || output == null ? null : (input + output) / 1e6;
  }

  private static @Nullable Double part(@Nullable Double perMillion, @Nullable Long tokens) {
    if (tokens != null && tokens == 0) {
      return 0.0;
    }
    return perMillion == null || tokens == null ? null : perMillion * tokens;
  }
}

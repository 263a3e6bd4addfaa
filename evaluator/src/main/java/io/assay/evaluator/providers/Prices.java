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
    return usage(price, inputTokens, outputTokens, null, null);
  }

  /// Usage with its cost, where price and counts are known.
  ///
  /// @param cachedTokens those of the input that the provider had cached
  /// @param reasoningTokens those of the output that the model thought in
  static Completion.Usage usage(
      @Nullable Price price,
      @Nullable Long inputTokens,
      @Nullable Long outputTokens,
      @Nullable Long cachedTokens,
      @Nullable Long reasoningTokens) {
    return new Completion.Usage(
        inputTokens,
        outputTokens,
        cost(price, inputTokens, outputTokens, cachedTokens),
        cachedTokens,
        reasoningTokens);
  }

  private static @Nullable Double cost(
      @Nullable Price price, @Nullable Long input, @Nullable Long output, @Nullable Long cached) {
    if (price == null) {
      return null;
    }
    var read = read(price, input, cached);
    var written = part(price.outputPerMillionTokens(), output);
    return read == null || written == null ? null : (read + written) / 1e6;
  }

  /// In millionths of dollars. Cached tokens cost as the others where they have no price.
  private static @Nullable Double read(Price price, @Nullable Long input, @Nullable Long cached) {
    Double old = part(price.cachedInputPerMillionTokens(), cached);
    if (old == null || input == null || cached == null) {
      return part(price.inputPerMillionTokens(), input);
    }
    Double fresh = part(price.inputPerMillionTokens(), Math.max(0, input - cached));
    return fresh == null ? null : fresh + old;
  }

  private static @Nullable Double part(@Nullable Double perMillion, @Nullable Long tokens) {
    if (tokens != null && tokens == 0) {
      return 0.0;
    }
    return perMillion == null || tokens == null ? null : perMillion * tokens;
  }

  /// What a recording costs; null where price or length are not known.
  static @Nullable Double audio(@Nullable Price price, @Nullable Double seconds) {
    return price == null || price.perAudioMinute() == null || seconds == null
        ? null
        : price.perAudioMinute() * seconds / 60;
  }

  /// What images cost; null where the price is not known.
  static @Nullable Double images(@Nullable Price price, int count) {
    return price == null || price.perImage() == null ? null : price.perImage() * count;
  }
}

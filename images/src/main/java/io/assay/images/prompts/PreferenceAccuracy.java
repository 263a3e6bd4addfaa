package io.assay.images.prompts;

import java.util.OptionalDouble;

/// How often rewards order pictures as people do (ImageReward, Xu et al. 2023): pairs of all
/// prompts together, so that it adds up. Pairs that people rank alike do not count; equal rewards
/// are wrong.
///
/// @param right pairs in the order of people
/// @param pairs pairs that count
public record PreferenceAccuracy(long right, long pairs) {

  /// The pairs of one prompt.
  ///
  /// @param ranks people's ranks of its pictures, 1 is best
  /// @param rewards its pictures' rewards, more is better
  /// @throws IllegalArgumentException where there are not as many of both
  public static PreferenceAccuracy of(double[] ranks, double[] rewards) {
    if (ranks.length != rewards.length) {
      throw new IllegalArgumentException(
          ranks.length + " ranks, but " + rewards.length + " rewards");
    }
    long right = 0;
    long pairs = 0;
    for (int i = 0; i < ranks.length; i++) {
      for (int j = i + 1; j < ranks.length; j++) {
        boolean agree = ranks[i] < ranks[j] ? rewards[i] > rewards[j] : rewards[i] < rewards[j];
        pairs += ranks[i] != ranks[j] ? 1 : 0;
        right += ranks[i] != ranks[j] && agree ? 1 : 0;
      }
    }
    return new PreferenceAccuracy(right, pairs);
  }

  /// Both together.
  public PreferenceAccuracy plus(PreferenceAccuracy other) {
    return new PreferenceAccuracy(right + other.right, pairs + other.pairs);
  }

  /// The share of right pairs; empty where none counts.
  public OptionalDouble value() {
    return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / pairs);
  }
}

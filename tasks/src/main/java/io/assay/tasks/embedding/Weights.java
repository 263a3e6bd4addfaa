package io.assay.tasks.embedding;

import java.util.Arrays;

/// How often each resampled unit counts.
final class Weights {

  private Weights() {}

  /// Every unit once.
  static int[] ones(int units) {
    var ones = new int[units];
    Arrays.fill(ones, 1);
    return ones;
  }
}

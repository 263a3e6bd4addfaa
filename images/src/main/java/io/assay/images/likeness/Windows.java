package io.assay.images.likeness;

import java.util.Arrays;

/// Weights of windows along one side.
final class Windows {

  /// A window of one pixel.
  static final double[] SINGLE = {1};

  private Windows() {}

  /// Seven equal weights.
  static double[] uniform7() {
    var weights = new double[7];
    Arrays.fill(weights, 1 / 7.0);
    return weights;
  }

  /// Eleven weights of a normal distribution with standard deviation 1.5 (Wang et al. 2004).
  static double[] gaussian11() {
    var weights = new double[11];
    for (int i = 0; i < weights.length; i++) {
      double distance = (i - 5) / 1.5;
      weights[i] = Math.exp(-distance * distance / 2);
    }
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(each -> each / sum).toArray();
  }
}

package io.assay.tasks.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/// Spearman's rank correlation with its significance, as SciPy computes them.
///
/// @param rho the coefficient, -1 to 1
/// @param p two-sided, by Student's t distribution; empty for two pairs, which have no freedom
public record SpearmanTest(double rho, OptionalDouble p) {

  /// The correlation of pairs; empty where a side is constant. Infinite numbers have a rank.
  ///
  /// @throws IllegalArgumentException where lengths differ or one is not a number
  public static Optional<SpearmanTest> of(double[] x, double[] y) {
    Ranks.requirePairs(x, y);
    if (PearsonTest.isConstant(x) || PearsonTest.isConstant(y)) {
      return Optional.empty();
    }
    double rho = coefficient(Ranks.average(x), Ranks.average(y));
    return Optional.of(new SpearmanTest(rho, p(rho, x.length - 2)));
  }

  private static OptionalDouble p(double rho, int degrees) {
    if (degrees == 0) {
      return OptionalDouble.empty();
    }
    double t = rho * Math.sqrt(degrees / ((rho + 1) * (1 - rho)));
    return OptionalDouble.of(Tails.studentTwoSided(t, degrees));
  }

  /// In the steps of NumPy's `corrcoef`, whose rounding decides whether ranks in the same order
  /// give exactly 1. The sums are exact, since ranks are multiples of a half.
  private static double coefficient(double[] x, double[] y) {
    double mean = (x.length + 1) / 2.0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - mean) * (x[i] - mean);
      yy += (y[i] - mean) * (y[i] - mean);
      xy += (x[i] - mean) * (y[i] - mean);
    }
    double scale = 1 / (x.length - 1.0);
    return Math.clamp(xy * scale / Math.sqrt(yy * scale) / Math.sqrt(xx * scale), -1, 1);
  }
}

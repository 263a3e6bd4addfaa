package io.assay.tasks.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// Pearson's correlation with its significance, as SciPy computes them. For weighted pairs see
/// [Correlation].
///
/// @param r the coefficient, -1 to 1
/// @param p two-sided, of no correlation between normal values; 1 for two pairs
/// @param count how many pairs there are
public record PearsonTest(double r, double p, int count) {

  /// The correlation of pairs; empty where a side is constant.
  ///
  /// @throws IllegalArgumentException below two pairs, where lengths differ or one is not finite
  public static Optional<PearsonTest> of(double[] x, double[] y) {
    requirePairs(x, y);
    if (x.length < 2) {
      throw new IllegalArgumentException(x.length + " pairs have no correlation, expected 2");
    }
    Summary.requireFinite(x);
    Summary.requireFinite(y);
    if (isConstant(x) || isConstant(y)) {
      return Optional.empty();
    }
    double[] unitX = unit(x);
    double[] unitY = unit(y);
    double dot = 0;
    for (int i = 0; i < x.length; i++) {
      dot += unitX[i] * unitY[i];
    }
    double r = Math.clamp(dot, -1, 1);
    return Double.isNaN(r)
        ? Optional.empty()
        : Optional.of(
            x.length == 2
                ? new PearsonTest(Math.rint(r), 1, 2)
                : new PearsonTest(r, Tails.correlationTwoSided(r, x.length), x.length));
  }

  static void requirePairs(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "correlation of " + x.length + " with " + y.length + " numbers, expected as many");
    }
  }

  static boolean isConstant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }

  /// Centred, and divided by its length, without overflow.
  private static double[] unit(double[] values) {
    double mean = PairwiseSum.mean(values);
    double[] centred = Arrays.stream(values).map(value -> value - mean).toArray();
    double largest = Arrays.stream(centred).map(Math::abs).max().orElse(0);
    double[] squares =
        Arrays.stream(centred).map(value -> value / largest).map(value -> value * value).toArray();
    double norm = largest * Math.sqrt(PairwiseSum.of(squares));
    return IntStream.range(0, centred.length).mapToDouble(i -> centred[i] / norm).toArray();
  }

  /// Fisher's interval of the coefficient; (-1, 1) up to three pairs.
  public Interval fisher(double level) {
    if (count <= 3) {
      return new Interval(-1, 1);
    }
    double z = (Math.log1p(r) - Math.log1p(-r)) / 2;
    double half = Tails.normalQuantile(0.5 + level / 2) / Math.sqrt(count - 3.0);
    return new Interval(Math.tanh(z - half), Math.tanh(z + half));
  }
}

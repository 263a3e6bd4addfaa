package io.assay.tasks.statistics;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Correlation of fixed pairs, each counted as often as a weight says. Sorting happens once; each
/// value then costs one pass. Pairs must be finite: `-0.0` and `0.0` are equal.
public final class Correlation {

  /// Values that differ by less than this share of their size differ by rounding alone.
  private static final double NOISE = 1e-13;

  private final double[] x;
  private final double[] y;
  private final int[] byX;
  private final int[] byY;

  private Correlation(double[] x, double[] y, int[] byX, int[] byY) {
    this.x = x;
    this.y = y;
    this.byX = byX;
    this.byY = byY;
  }

  /// Prepares for these pairs.
  ///
  /// @throws IllegalArgumentException where lengths differ or a number is not finite
  public static Correlation of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "correlation of " + x.length + " with " + y.length + " numbers, expected as many");
    }
    double[] left = withoutNegativeZero(x);
    double[] right = withoutNegativeZero(y);
    return new Correlation(left, right, order(left), order(right));
  }

  private static double[] withoutNegativeZero(double[] values) {
    var copy = new double[values.length];
    for (int i = 0; i < copy.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "number " + i + " is " + values[i] + ", expected a finite number");
      }
      copy[i] = values[i] + 0.0;
    }
    return copy;
  }

  private static int[] order(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted((a, b) -> Double.compare(values[a], values[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// How many pairs there are.
  public int size() {
    return x.length;
  }

  /// Pearson's r with each pair counted once; empty where a side is constant.
  public OptionalDouble pearson() {
    return pearson(ones());
  }

  /// Pearson's r, in two passes over centred data; empty where a side is constant.
  public OptionalDouble pearson(int[] weights) {
    return isConstant(x, weights) || isConstant(y, weights)
        ? OptionalDouble.empty()
        : centred(x, y, weights);
  }

  /// Spearman's rho with each pair counted once; empty where a side is constant.
  public OptionalDouble spearman() {
    return spearman(ones());
  }

  /// Spearman's rho: Pearson's r of average ranks; empty where a side is constant.
  public OptionalDouble spearman(int[] weights) {
    return isConstant(x, weights) || isConstant(y, weights)
        ? OptionalDouble.empty()
        : centred(ranks(x, byX, weights), ranks(y, byY, weights), weights);
  }

  private int[] ones() {
    var ones = new int[x.length];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }

  /// The average rank of each value, from 1, among all values with their weights.
  private static double[] ranks(double[] values, int[] order, int[] weights) {
    var ranks = new double[values.length];
    long before = 0;
    int from = 0;
    while (from < order.length) {
      int to = from;
      long tied = 0;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        tied += weights[order[to++]];
      }
      double rank = before + (tied + 1) / 2.0;
      for (int i = from; i < to; i++) {
        ranks[order[i]] = rank;
      }
      before += tied;
      from = to;
    }
    return ranks;
  }

  /// Whether the counted values are equal but for rounding; also where none is counted.
  private static boolean isConstant(double[] values, int[] weights) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      if (weights[i] > 0) {
        lowest = Math.min(lowest, values[i]);
        highest = Math.max(highest, values[i]);
      }
    }
    double spread = highest / 2 - lowest / 2;
    return !(spread > NOISE * Math.max(Math.abs(lowest), Math.abs(highest)));
  }

  private static OptionalDouble centred(double[] x, double[] y, int[] weights) {
    double meanX = mean(x, weights);
    double meanY = mean(y, weights);
    double scaleX = scale(x, weights, meanX);
    double scaleY = scale(y, weights, meanY);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = (x[i] - meanX) * scaleX;
      double dy = (y[i] - meanY) * scaleY;
      xx += weights[i] * dx * dx;
      yy += weights[i] * dy * dy;
      xy += weights[i] * dx * dy;
    }
    double r = xy / (Math.sqrt(xx) * Math.sqrt(yy));
    return Double.isFinite(r) ? OptionalDouble.of(Math.clamp(r, -1, 1)) : OptionalDouble.empty();
  }

  private static double mean(double[] values, int[] weights) {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
      count += weights[i];
    }
    return sum / count;
  }

  /// A power of two that brings differences from the mean near 1, so that squares neither overflow
  /// nor vanish.
  private static double scale(double[] values, int[] weights, double mean) {
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      largest = weights[i] > 0 ? Math.max(largest, Math.abs(values[i] - mean)) : largest;
    }
    return Math.scalb(1.0, -Math.getExponent(largest));
  }
}

package io.assay.tasks.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A paired permutation test: if two systems are alike, each difference could as well have the
/// other sign. The p-values are shares of sign assignments.
///
/// @param twoSided whose mean is at least as far from 0 as the observed one
/// @param greater whose mean is at least the observed one
/// @param less whose mean is at most the observed one
/// @param assignments how many assignments were looked at
public record SignFlips(double twoSided, double greater, double less, long assignments) {

  /// Up to how many differences all assignments are looked at.
  public static final int MOST_FOR_EXACT = 24;

  private static final double SLACK = 1e-12;

  /// The test over all sign assignments.
  ///
  /// @throws IllegalArgumentException above [#MOST_FOR_EXACT] differences
  public static SignFlips exact(Differences differences) {
    double[] values = differences.values();
    if (values.length > MOST_FOR_EXACT) {
      throw new IllegalArgumentException(
          values.length
              + " differences have too many sign assignments, expected at most "
              + MOST_FOR_EXACT);
    }
    var counter = new Counter(values);
    counter.all(0, 0);
    return counter.result(0);
  }

  /// The test over random sign assignments, the observed one counted among them.
  ///
  /// @param trials how many, 1 or more
  public static SignFlips sampled(Differences differences, int trials, long seed) {
    double[] values = differences.values();
    var counter = new Counter(values);
    var random = new SplittableRandom(seed);
    for (int trial = 0; trial < trials; trial++) {
      counter.count(flippedSum(values, random));
    }
    return counter.result(1);
  }

  private static double flippedSum(double[] values, SplittableRandom random) {
    double sum = 0;
    long bits = 0;
    for (int i = 0; i < values.length; i++) {
      bits = i % Long.SIZE == 0 ? random.nextLong() : bits >>> 1;
      sum += (bits & 1) == 0 ? values[i] : -values[i];
    }
    return sum;
  }

  /// SciPy's two-sided value: twice the smaller one-sided one.
  public double twiceTheSmaller() {
    return Math.min(1, 2 * Math.min(greater, less));
  }

  /// Counts sums that are as extreme as the observed one. Sums that differ by rounding are equal.
  private static final class Counter {

    private final double[] values;
    private final double observed;
    private final double slack;
    private long extreme;
    private long greater;
    private long less;
    private long all;

    Counter(double[] values) {
      this.values = values;
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      observed = sum;
      slack = SLACK * Arrays.stream(values).map(Math::abs).sum();
    }

    /// Goes through the signs of the differences from one on.
    void all(int from, double sum) {
      if (from == values.length) {
        count(sum);
      } else {
        all(from + 1, sum + values[from]);
        all(from + 1, sum - values[from]);
      }
    }

    void count(double sum) {
      all++;
      extreme += Math.abs(sum) >= Math.abs(observed) - slack ? 1 : 0;
      greater += sum >= observed - slack ? 1 : 0;
      less += sum <= observed + slack ? 1 : 0;
    }

    SignFlips result(int observedToo) {
      double count = all + observedToo;
      return new SignFlips(
          (extreme + observedToo) / count,
          (greater + observedToo) / count,
          (less + observedToo) / count,
          all);
    }
  }
}

package io.assay.tasks.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// Paired tests of two systems' scores on the same samples, by their differences (first minus
/// second). See [SignFlips] for permutation tests, [Wilcoxon] for ranks and [McNemar] for scores
/// that are right or wrong.
public final class Differences {

  private final double[] values;

  private Differences(double[] values) {
    this.values = values;
  }

  /// The differences of paired scores.
  ///
  /// @throws IllegalArgumentException where there are none, lengths differ or one is not finite
  public static Differences of(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          first.length + " scores cannot be paired with " + second.length);
    }
    double[] values =
        IntStream.range(0, first.length).mapToDouble(i -> first[i] - second[i]).toArray();
    Summary.requireFinite(values);
    return new Differences(values);
  }

  /// The differences, in the order of the scores.
  public double[] values() {
    return values.clone();
  }

  /// Their mean.
  public double mean() {
    return PairwiseSum.mean(values);
  }

  /// Whether all are equal, so that they have no spread.
  public boolean areConstant() {
    return Arrays.stream(values).distinct().count() < 2;
  }

  /// Student's paired t test; empty where all differences are equal.
  public Optional<TestResult> studentT() {
    if (areConstant()) {
      return Optional.empty();
    }
    double t = mean() / Summary.of(values).standardError().orElseThrow();
    return Optional.of(new TestResult(t, Tails.studentTwoSided(t, values.length - 1)));
  }

  /// The sign test: whether one system is better more often than the other, two-sided and exact.
  /// Its statistic is how often the first one is.
  public TestResult sign() {
    int better = count(1);
    int worse = count(-1);
    return new TestResult(better, new McNemar(better, worse).exact().p());
  }

  private int count(int sign) {
    return (int) Arrays.stream(values).filter(value -> Math.signum(value) == sign).count();
  }
}

package io.assay.tasks.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/// McNemar's test of two systems that were right or wrong on the same samples: only those count on
/// which they differ. The null hypothesis is that either is as likely to be the only right one.
///
/// @param onlyFirst samples that only the first system got right
/// @param onlySecond samples that only the second system got right
public record McNemar(int onlyFirst, int onlySecond) {

  public McNemar {
    if (onlyFirst < 0 || onlySecond < 0) {
      throw new IllegalArgumentException(
          "counts are " + onlyFirst + " and " + onlySecond + ", expected none below 0");
    }
  }

  private int fewer() {
    return Math.min(onlyFirst, onlySecond);
  }

  private int both() {
    return onlyFirst + onlySecond;
  }

  /// The exact test: binomial, two-sided, never too small.
  public TestResult exact() {
    double p = both() == 0 ? 1 : Math.min(1, 2 * Tails.fairCoins(fewer(), both()));
    return new TestResult(fewer(), p);
  }

  /// The exact test's mid-p value, which counts what was observed half (Fagerland et al. 2013):
  /// less cautious, on average right. Empty where both counts are equal, which says nothing against
  /// the null hypothesis.
  public OptionalDouble midP() {
    return onlyFirst == onlySecond
        ? OptionalDouble.empty()
        : OptionalDouble.of(exact().p() - Tails.exactlyFairCoins(fewer(), both()));
  }

  /// The chi-squared test, for many samples; empty where the systems never differ.
  public Optional<TestResult> chiSquared() {
    return chiSquared(0);
  }

  /// The chi-squared test with Edwards' continuity correction, which is not cut at equal counts, as
  /// in statsmodels; empty where the systems never differ.
  public Optional<TestResult> chiSquaredCorrected() {
    return chiSquared(1);
  }

  private Optional<TestResult> chiSquared(int correction) {
    if (both() == 0) {
      return Optional.empty();
    }
    double statistic = Math.pow(Math.abs(onlyFirst - onlySecond) - correction, 2) / both();
    return Optional.of(new TestResult(statistic, Tails.chiSquare(statistic, 1)));
  }
}

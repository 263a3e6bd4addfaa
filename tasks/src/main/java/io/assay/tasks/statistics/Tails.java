package io.assay.tasks.statistics;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// Tails of distributions: probabilities of something as extreme, also where they are tiny, and the
/// quantiles that intervals are made of.
final class Tails {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Tails() {}

  static double normalQuantile(double probability) {
    return NORMAL.inverseCumulativeProbability(probability);
  }

  static double normal(double z) {
    return NORMAL.cumulativeProbability(z);
  }

  static double normalTwoSided(double z) {
    return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
  }

  /// A quantile of Student's t; not a number where there are no degrees of freedom.
  static double studentQuantile(double probability, double degrees) {
    return degrees > 0
        ? TDistribution.of(degrees).inverseCumulativeProbability(probability)
        : Double.NaN;
  }

  static double studentTwoSided(double t, double degrees) {
    return Math.min(1, 2 * TDistribution.of(degrees).survivalProbability(Math.abs(t)));
  }

  static double chiSquare(double statistic, double degrees) {
    return ChiSquaredDistribution.of(degrees).survivalProbability(statistic);
  }

  /// Of a correlation coefficient of independent normal values, whose distribution is a beta
  /// distribution on (-1, 1).
  static double correlationTwoSided(double r, int count) {
    double shape = count / 2.0 - 1;
    return Math.min(1, 2 * RegularizedBeta.value((1 - Math.abs(r)) / 2, shape, shape));
  }

  /// The chance that at most so many of `trials` fair coins show heads.
  static double fairCoins(int heads, int trials) {
    return BinomialDistribution.of(trials, 0.5).cumulativeProbability(heads);
  }

  /// The chance that exactly so many of `trials` fair coins show heads.
  static double exactlyFairCoins(int heads, int trials) {
    return BinomialDistribution.of(trials, 0.5).probability(heads);
  }
}

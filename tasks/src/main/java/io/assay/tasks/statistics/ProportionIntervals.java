package io.assay.tasks.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/// Confidence intervals of a proportion, as statsmodels gives them.
///
/// @param successes between 0 and `trials`
/// @param trials at least 1
/// @param level coverage in (0, 1)
public record ProportionIntervals(long successes, long trials, double level) {

  public ProportionIntervals {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          successes + " successes of " + trials + " trials are no proportion");
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level is " + level + ", expected one between 0 and 1");
    }
  }

  /// The share of successes.
  public double proportion() {
    return (double) successes / trials;
  }

  private double z() {
    return Tails.normalQuantile(0.5 + level / 2);
  }

  /// Wilson's score interval.
  public Interval wilson() {
    return Intervals.wilson((double) successes, (double) trials, level).orElseThrow();
  }

  /// The normal (Wald) interval, cut to [0, 1]. It is empty space at 0 and 1: prefer the others.
  public Interval normal() {
    return around(proportion(), (double) trials);
  }

  /// Agresti and Coull's interval, cut to [0, 1].
  public Interval agrestiCoull() {
    double z2 = z() * z();
    return around((successes + z2 / 2) / (trials + z2), trials + z2);
  }

  private Interval around(double centre, double size) {
    double half = z() * Math.sqrt(centre * (1 - centre) / size);
    return new Interval(centre - half, centre + half).within(0, 1);
  }

  /// Clopper and Pearson's exact interval, which covers at least the level.
  public Interval clopperPearson() {
    long failures = trials - successes;
    return new Interval(
        successes == 0 ? 0 : lowQuantile((double) successes, failures + 1.0),
        failures == 0 ? 1 : highQuantile(successes + 1.0, (double) failures));
  }

  /// The Bayesian interval with Jeffreys' prior. At 0 and 1 it does not reach the end.
  public Interval jeffreys() {
    double a = successes + 0.5;
    double b = trials - successes + 0.5;
    return new Interval(lowQuantile(a, b), highQuantile(a, b));
  }

  private double lowQuantile(double a, double b) {
    return BetaDistribution.of(a, b).inverseCumulativeProbability((1 - level) / 2);
  }

  private double highQuantile(double a, double b) {
    return BetaDistribution.of(a, b).inverseSurvivalProbability((1 - level) / 2);
  }

  /// Wilson's score interval with continuity correction (Newcombe 1998, method 4).
  public Interval wilsonContinuityCorrected() {
    double p = proportion();
    double z2 = z() * z();
    double centre = 2 * trials * p + z2;
    double low = z2 - 2 - 1.0 / trials + 4 * p * (trials * (1 - p) + 1);
    double high = z2 + 2 - 1.0 / trials + 4 * p * (trials * (1 - p) - 1);
    double scale = 2 * (trials + z2);
    return new Interval(
            successes == 0 ? 0 : (centre - 1 - z() * Math.sqrt(low)) / scale,
            successes == trials ? 1 : (centre + 1 + z() * Math.sqrt(high)) / scale)
        .within(0, 1);
  }
}

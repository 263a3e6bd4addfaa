package io.assay.tasks.statistics;

import java.util.Arrays;
import java.util.Optional;

/// Confidence intervals.
public final class Intervals {

  private static final double LARGEST_BIAS = 0.25;

  private Intervals() {}

  /// Wilson's score interval of a proportion, without continuity correction.
  ///
  /// @param successes between 0 and `trials`
  /// @param level coverage in (0, 1)
  /// @return empty where there are no trials
  public static Optional<Interval> wilson(double successes, double trials, double level) {
    if (!(trials > 0)) {
      return Optional.empty();
    }
    double z = Tails.normalQuantile(0.5 + level / 2);
    double share = successes / trials;
    double scale = 1 + z * z / trials;
    double centre = (share + z * z / (2 * trials)) / scale;
    double half =
        z * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials)) / scale;
    return Optional.of(
        new Interval(
            successes == 0 ? 0 : Math.max(0, centre - half),
            successes == trials ? 1 : Math.min(1, centre + half)));
  }

  /// Student's t interval of a mean, from sums.
  ///
  /// @param sum of the values
  /// @param squares sum of their squares
  /// @param count how many
  /// @return empty below two values
  public static Optional<Interval> mean(double sum, double squares, double count, double level) {
    if (!(count >= 2)) {
      return Optional.empty();
    }
    double mean = sum / count;
    double variance = Math.max(0, squares - sum * mean) / (count - 1);
    double t = Tails.studentQuantile(0.5 + level / 2, count - 1);
    double half = t * Math.sqrt(variance / count);
    return Optional.of(new Interval(mean - half, mean + half));
  }

  /// The bootstrap's percentile interval (Hyndman and Fan's type 7). Replicates that are not a
  /// number are left out.
  ///
  /// @return empty where fewer than two replicates are left
  public static Optional<Interval> percentile(double[] replicates, double level) {
    double[] sorted = Arrays.stream(replicates).filter(Double::isFinite).sorted().toArray();
    if (sorted.length < 2) {
      return Optional.empty();
    }
    double tail = (1 - level) / 2;
    return Optional.of(new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail)));
  }

  /// The percentile interval around an estimate. Resampling counts some units twice and others not
  /// at all, which moves some metrics: clusters of repeated points look purer. Where replicates are
  /// off by more than a quarter of their standard deviation on average, the interval is moved back
  /// by that bias (Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapter 10: a
  /// smaller bias matters less than what correcting it adds).
  ///
  /// @param value the estimate
  /// @return empty where fewer than half of the replicates, or than two, are numbers
  public static Optional<Interval> percentile(double value, double[] replicates, double level) {
    double[] numbers = Arrays.stream(replicates).filter(Double::isFinite).toArray();
    if (2 * numbers.length < replicates.length) {
      return Optional.empty();
    }
    double bias = Arrays.stream(numbers).average().orElse(value) - value;
    double squares = Arrays.stream(numbers).map(each -> square(each - value - bias)).sum();
    double deviation = Math.sqrt(squares / Math.max(1, numbers.length - 1));
    boolean biased = Math.abs(bias) > LARGEST_BIAS * deviation && deviation > 0;
    return percentile(numbers, level)
        .map(interval ->
            biased ? new Interval(interval.low() - bias, interval.high() - bias) : interval);
  }

  private static double square(double value) {
    return value * value;
  }

  /// A quantile by linear interpolation (Hyndman and Fan's type 7).
  ///
  /// @param sorted at least one value, ascending
  /// @param probability 0 to 1
  public static double quantile(double[] sorted, double probability) {
    double position = probability * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}

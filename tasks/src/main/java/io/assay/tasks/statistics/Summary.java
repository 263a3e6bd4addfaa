package io.assay.tasks.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a list of numbers is like: mean, spread, quantiles.
public final class Summary {

  private final double[] sorted;
  private final double sum;
  private final double squares;

  private Summary(double[] sorted, double sum, double squares) {
    this.sorted = sorted;
    this.sum = sum;
    this.squares = squares;
  }

  /// A summary of at least one value.
  ///
  /// @throws IllegalArgumentException where there is none, or one is not finite
  public static Summary of(double... values) {
    requireFinite(values);
    double sum = PairwiseSum.of(values);
    double mean = sum / values.length;
    double squares =
        PairwiseSum.of(
            Arrays.stream(values).map(value -> (value - mean) * (value - mean)).toArray());
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Summary(sorted, sum, squares);
  }

  static void requireFinite(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("there are no values, expected at least one");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "value " + i + " is " + values[i] + ", expected a finite number");
      }
    }
  }

  /// How many values there are.
  public int count() {
    return sorted.length;
  }

  /// Their sum.
  public double sum() {
    return sum;
  }

  /// Their mean.
  public double mean() {
    return sum / sorted.length;
  }

  /// The smallest.
  public double min() {
    return sorted[0];
  }

  /// The largest.
  public double max() {
    return sorted[sorted.length - 1];
  }

  /// The mean squared distance from the mean.
  public double populationVariance() {
    return squares / sorted.length;
  }

  /// The unbiased estimate of the variance behind the sample; empty for a single value.
  public OptionalDouble sampleVariance() {
    return sorted.length < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(squares / (sorted.length - 1));
  }

  /// The root of [#sampleVariance]; empty for a single value.
  public OptionalDouble sampleDeviation() {
    OptionalDouble variance = sampleVariance();
    return variance.isEmpty() ? variance : OptionalDouble.of(Math.sqrt(variance.getAsDouble()));
  }

  /// The standard error of the mean; empty for a single value.
  public OptionalDouble standardError() {
    OptionalDouble deviation = sampleDeviation();
    return deviation.isEmpty()
        ? deviation
        : OptionalDouble.of(deviation.getAsDouble() / Math.sqrt(sorted.length));
  }

  /// The median; of an even count, the mean of the middle two.
  public double median() {
    return quantile(0.5);
  }

  /// The median as lm-evaluation-harness takes it: of an even count, the upper of the middle two.
  public double upperMedian() {
    return sorted[sorted.length / 2];
  }

  /// A quantile by linear interpolation (Hyndman and Fan's type 7).
  ///
  /// @param probability 0 to 1
  public double quantile(double probability) {
    return Intervals.quantile(sorted, probability);
  }

  /// Student's t interval of the mean; empty for a single value.
  public Optional<Interval> tInterval(double level) {
    return around(Tails.studentQuantile(0.5 + level / 2, sorted.length - 1));
  }

  /// The normal interval of the mean; empty for a single value.
  public Optional<Interval> normalInterval(double level) {
    return around(Tails.normalQuantile(0.5 + level / 2));
  }

  private Optional<Interval> around(double errors) {
    return standardError().stream()
        .mapToObj(error -> new Interval(mean() - errors * error, mean() + errors * error))
        .findFirst();
  }
}

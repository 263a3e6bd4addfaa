package io.assay.tasks.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// The bootstrap: how a number varies when its sample is drawn again from itself. Percentile
/// intervals are in [Intervals#percentile].
public final class Bootstrap {

  private Bootstrap() {}

  /// Resamples with replacement, as places in the sample.
  ///
  /// @param size of the sample and of each resample
  /// @param count how many
  public static int[][] resamples(int size, int count, long seed) {
    var random = new SplittableRandom(seed);
    var resamples = new int[count][size];
    for (int[] resample : resamples) {
      Arrays.setAll(resample, _ -> random.nextInt(size));
    }
    return resamples;
  }

  /// The mean of each resample.
  public static double[] means(double[] values, int[][] resamples) {
    return replicates(values, resamples, PairwiseSum::mean);
  }

  /// A statistic of each resample.
  public static double[] replicates(
      double[] values, int[][] resamples, ToDoubleFunction<double[]> statistic) {
    return Arrays.stream(resamples)
        .mapToDouble(resample ->
            statistic.applyAsDouble(Arrays.stream(resample).mapToDouble(i -> values[i]).toArray()))
        .toArray();
  }

  /// The basic (reversed percentile) interval.
  ///
  /// @return empty where there are fewer than two replicates
  public static Optional<Interval> basic(double estimate, double[] replicates, double level) {
    return Intervals.percentile(replicates, level)
        .map(ends -> new Interval(2 * estimate - ends.high(), 2 * estimate - ends.low()));
  }

  /// The bias-corrected and accelerated interval.
  ///
  /// @param interval its ends
  /// @param low which quantile of the replicates the lower end is
  /// @param high which quantile of the replicates the upper end is
  /// @param acceleration how the statistic's spread changes with its value
  public record Accelerated(Interval interval, double low, double high, double acceleration) {}

  /// The bias-corrected and accelerated (BCa) interval of Efron (1987), as SciPy computes it: bias
  /// from the share of replicates below the estimate, acceleration from the jackknife.
  ///
  /// @param statistic what the replicates are of; computed once for each value left out
  /// @return empty where it is not defined: fewer than two values or replicates, a statistic that
  ///   no value changes, all replicates on one side of the estimate
  public static Optional<Accelerated> accelerated(
      double[] values, double[] replicates, ToDoubleFunction<double[]> statistic, double level) {
    if (values.length < 2 || replicates.length < 2) {
      return Optional.empty();
    }
    double bias = Tails.normalQuantile(shareBelow(replicates, statistic.applyAsDouble(values)));
    double acceleration = acceleration(values, statistic);
    double tail = Tails.normalQuantile((1 - level) / 2);
    double low = adjusted(bias, tail, acceleration);
    double high = adjusted(bias, -tail, acceleration);
    if (!Double.isFinite(bias) || !Double.isFinite(acceleration)) {
      return Optional.empty();
    }
    double[] sorted = replicates.clone();
    Arrays.sort(sorted);
    var interval = new Interval(Intervals.quantile(sorted, low), Intervals.quantile(sorted, high));
    return Optional.of(new Accelerated(interval, low, high, acceleration));
  }

  private static double shareBelow(double[] replicates, double estimate) {
    long below = Arrays.stream(replicates).filter(each -> each < estimate).count();
    long upTo = Arrays.stream(replicates).filter(each -> each <= estimate).count();
    return (below + upTo) / (2.0 * replicates.length);
  }

  private static double adjusted(double bias, double tail, double acceleration) {
    double shifted = bias + tail;
    return Tails.normal(bias + shifted / (1 - acceleration * shifted));
  }

  static double acceleration(double[] values, ToDoubleFunction<double[]> statistic) {
    int n = values.length;
    var without = new double[n];
    for (int i = 0; i < n; i++) {
      var others = new double[n - 1];
      System.arraycopy(values, 0, others, 0, i);
      System.arraycopy(values, i + 1, others, i, n - 1 - i);
      without[i] = statistic.applyAsDouble(others);
    }
    double mean = PairwiseSum.mean(without);
    double[] influence = Arrays.stream(without).map(each -> (n - 1) * (mean - each)).toArray();
    double cubes = PairwiseSum.of(Arrays.stream(influence).map(u -> u * u * u).toArray());
    double squares = PairwiseSum.of(Arrays.stream(influence).map(u -> u * u).toArray());
    return cubes / Math.pow(n, 3) / 6 / Math.pow(squares / Math.pow(n, 2), 1.5);
  }

  /// The mean of every possible resample, in the order of places.
  ///
  /// @param values 1 to 7 of them, since there are n to the power of n resamples
  public static double[] exhaustiveMeans(double[] values) {
    int n = values.length;
    if (n < 1 || n > 7) {
      throw new IllegalArgumentException(
          n + " values have too few or too many resamples to list, expected 1 to 7");
    }
    var means = new double[(int) Math.round(Math.pow(n, n))];
    var places = new int[n];
    for (int i = 0; i < means.length; i++) {
      means[i] =
          PairwiseSum.mean(Arrays.stream(places).mapToDouble(place -> values[place]).toArray());
      next(places);
    }
    return means;
  }

  private static void next(int[] places) {
    int at = places.length - 1;
    while (at >= 0 && ++places[at] == places.length) {
      places[at--] = 0;
    }
  }

  /// The interval that sacreBLEU reports: the replicates' mean, and half the distance of two of
  /// them near the ends.
  ///
  /// @param half half the interval's width
  public record MeanAndHalf(double mean, double half) {}

  /// sacreBLEU's 95 % interval of at least one replicate.
  public static MeanAndHalf meanAndHalf(double[] replicates) {
    double[] sorted = replicates.clone();
    Arrays.sort(sorted);
    int cut = sorted.length / 40;
    return new MeanAndHalf(
        PairwiseSum.mean(replicates), (sorted[sorted.length - cut - 1] - sorted[cut]) / 2);
  }
}

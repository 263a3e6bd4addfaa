package io.assay.tasks.statistics;

import java.util.Arrays;
import java.util.Optional;

/// The paired bootstrap of two systems' mean scores on the same samples.
public final class PairedBootstrap {

  private final double difference;
  private final double[] replicates;

  private PairedBootstrap(double difference, double[] replicates) {
    this.difference = difference;
    this.replicates = replicates;
  }

  /// Draws samples again, both systems' scores together.
  ///
  /// @param resamples places in the scores, see [Bootstrap#resamples]
  public static PairedBootstrap of(double[] first, double[] second, int[][] resamples) {
    if (resamples.length == 0) {
      throw new IllegalArgumentException("there are no resamples, expected at least one");
    }
    double[] differences = Differences.of(first, second).values();
    return new PairedBootstrap(
        PairwiseSum.mean(first) - PairwiseSum.mean(second),
        Bootstrap.means(differences, resamples));
  }

  /// The difference of the means, first minus second.
  public double difference() {
    return difference;
  }

  /// The mean difference in each resample.
  public double[] replicates() {
    return replicates.clone();
  }

  /// In which share of resamples the first system is better.
  public double firstBetter() {
    return share(Arrays.stream(replicates).filter(each -> each > 0).count());
  }

  /// In which share of resamples the systems are equal.
  public double tied() {
    return share(Arrays.stream(replicates).filter(each -> each == 0).count());
  }

  private double share(long count) {
    return (double) count / replicates.length;
  }

  /// The percentile interval of the difference; empty below two resamples.
  public Optional<Interval> percentile(double level) {
    return Intervals.percentile(replicates, level);
  }

  /// sacreBLEU's p-value.
  public double p() {
    return p(difference, replicates);
  }

  /// sacreBLEU's p-value of an observed difference: replicated differences, without sign, are moved
  /// to a mean of 0; how many then exceed the observed one, which counts as one of them.
  public static double p(double difference, double[] replicates) {
    double[] sizes = Arrays.stream(replicates).map(Math::abs).toArray();
    double mean = PairwiseSum.mean(sizes);
    long exceeding =
        Arrays.stream(sizes).filter(size -> size - mean > Math.abs(difference)).count();
    return (exceeding + 1.0) / (replicates.length + 1);
  }
}

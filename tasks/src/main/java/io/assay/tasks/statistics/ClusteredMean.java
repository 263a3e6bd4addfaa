package io.assay.tasks.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A mean over samples that come in clusters, such as questions about one passage: samples of a
/// cluster resemble each other, so that the usual standard error is too small. This one adds up the
/// deviations within each cluster before squaring (the sandwich estimate, with the factor clusters
/// / (clusters - 1)). With one sample a cluster it is the usual one.
///
/// Source: E. Miller, "Adding error bars to evals" (2024), https://arxiv.org/abs/2411.00640; the
/// factor as in inspect_ai and statsmodels.
public final class ClusteredMean {

  private final int samples;
  private final double mean;
  private final int clusters;
  private final double squares;

  private ClusteredMean(int samples, double mean, int clusters, double squares) {
    this.samples = samples;
    this.mean = mean;
    this.clusters = clusters;
    this.squares = squares;
  }

  /// The mean of at least one value.
  ///
  /// @param clusterIds each value's cluster
  public static ClusteredMean of(double[] values, List<String> clusterIds) {
    if (values.length != clusterIds.size()) {
      throw new IllegalArgumentException(
          values.length + " values have " + clusterIds.size() + " cluster ids");
    }
    double mean = Summary.of(values).mean();
    Map<String, Double> deviations = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      deviations.merge(clusterIds.get(i), values[i] - mean, Double::sum);
    }
    double squares = deviations.values().stream().mapToDouble(sum -> sum * sum).sum();
    return new ClusteredMean(values.length, mean, deviations.size(), squares);
  }

  /// The mean over the samples.
  public double mean() {
    return mean;
  }

  /// How many clusters there are.
  public int clusters() {
    return clusters;
  }

  /// The standard error of the mean; empty for a single cluster.
  public OptionalDouble standardError() {
    return clusters < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(squares * clusters / (clusters - 1.0)) / samples);
  }

  /// Student's t interval with one degree of freedom less than there are clusters; empty for a
  /// single cluster.
  public Optional<Interval> interval(double level) {
    return standardError().stream()
        .map(error -> error * Tails.studentQuantile(0.5 + level / 2, clusters - 1.0))
        .mapToObj(half -> new Interval(mean - half, mean + half))
        .findFirst();
  }
}

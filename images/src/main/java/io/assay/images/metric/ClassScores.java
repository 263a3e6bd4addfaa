package io.assay.images.metric;

import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// The inception score over rows of class scores. Images are the resampled units, and stay in their
/// part.
final class ClassScores extends PictureSetMetric {

  private final boolean softmax;
  private final int splits;

  ClassScores(MetricFactory factory, Params params) {
    super(factory, params, false);
    this.softmax = params.flag("softmax");
    this.splits = params.integer("splits", 1);
    if (network().dimension() < 2) {
      throw new IllegalArgumentException(
          "network of metric "
              + params.spec().metric()
              + " gives one number, expected one for each of its classes");
    }
  }

  @Override
  public Prepared prepare(List<Row> rows) {
    List<Row> ordered = FeatureSets.shuffled(rows);
    List<Row> used = ordered.subList(0, rows.size() / splits * splits);
    double[][] shares =
        used.stream().map(row -> probabilities(FeatureSets.allOf(row))).toArray(double[][]::new);
    double[] entropies =
        Arrays.stream(shares).mapToDouble(each -> Parts.negativeEntropy(each, 1)).toArray();
    return new Parts(FeatureSets.clusters(used), shares, entropies, splits);
  }

  /// As they are where they are probabilities; those that sum to nothing make the score undefined.
  private double[] probabilities(double[] scores) {
    double largest = Arrays.stream(scores).max().orElse(0);
    double[] raised =
        softmax ? Arrays.stream(scores).map(each -> Math.exp(each - largest)).toArray() : scores;
    double sum = Arrays.stream(raised).sum();
    return Arrays.stream(raised).map(each -> each / sum).toArray();
  }

  /// Parts of equal size, one behind the other.
  ///
  /// @param entropies of each image's classes, below 0
  @SuppressWarnings("ArrayRecordComponent") // never compared, not changed
  private record Parts(List<String> clusters, double[][] shares, double[] entropies, int splits)
      implements SetMetric.Prepared {

    @Override
    public OptionalDouble value() {
      var ones = new int[shares.length];
      Arrays.fill(ones, 1);
      return value(ones);
    }

    @Override
    public OptionalDouble value(int[] weights) {
      int size = shares.length / splits;
      double sum = 0;
      for (int part = 0; part < splits; part++) {
        sum += score(weights, part * size, (part + 1) * size);
      }
      return Double.isFinite(sum) && size > 0
          ? OptionalDouble.of(sum / splits)
          : OptionalDouble.empty();
    }

    /// exp(H(mean) - mean H); NaN of none.
    private double score(int[] weights, int from, int to) {
      var mean = new double[shares.length == 0 ? 0 : shares[0].length];
      double negativeEntropy = 0;
      long count = 0;
      for (int i = from; i < to; i++) {
        if (weights[i] > 0) {
          count += weights[i];
          for (int c = 0; c < mean.length; c++) {
            mean[c] += weights[i] * shares[i][c];
          }
          negativeEntropy += weights[i] * entropies[i];
        }
      }
      return count == 0
          ? Double.NaN
          : Math.exp(negativeEntropy / count - negativeEntropy(mean, (double) count));
    }

    private static double negativeEntropy(double[] shares, double sum) {
      double total = 0;
      for (double each : shares) {
        double share = each / sum;
        if (Double.isNaN(share) || share < 0) {
          return Double.NaN;
        }
        total += share > 0 ? share * Math.log(share) : 0;
      }
      return total;
    }
  }
}

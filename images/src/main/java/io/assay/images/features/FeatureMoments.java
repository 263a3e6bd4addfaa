package io.assay.images.features;

import java.util.List;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Number, mean and scatter of features: all that a Fréchet distance needs of a set, so that sets
/// can be counted in parts and put together in any order. Kept around the mean (Chan et al. 1979),
/// since sums of squares lose all digits far from zero.
public final class FeatureMoments {

  private static final int BLOCK = 1024;

  private final long count;
  private final double[] mean;
  private final DMatrixRMaj scatter;

  private FeatureMoments(long count, double[] mean, DMatrixRMaj scatter) {
    this.count = count;
    this.mean = mean;
    this.scatter = scatter;
  }

  /// Those of no pictures.
  public static FeatureMoments none(int dimension) {
    return new FeatureMoments(0, new double[dimension], new DMatrixRMaj(dimension, dimension));
  }

  /// Those of some pictures.
  public static FeatureMoments of(Features features) {
    FeatureMoments all = none(features.dimension());
    for (int from = 0; from < features.size(); from += BLOCK) {
      all = all.plus(ofBlock(features, from, Math.min(features.size(), from + BLOCK)));
    }
    return all;
  }

  /// Those of many pictures, some of whose features are in memory at a time.
  ///
  /// @param features of a picture, all of one length
  public static <T> FeatureMoments of(
      int dimension, List<T> pictures, Function<T, double[]> features) {
    FeatureMoments all = none(dimension);
    for (int from = 0; from < pictures.size(); from += BLOCK) {
      List<T> block = pictures.subList(from, Math.min(pictures.size(), from + BLOCK));
      all = all.plus(of(Features.of(block.stream().map(features).toList())));
    }
    return all;
  }

  private static FeatureMoments ofBlock(Features features, int from, int to) {
    var centred = new DMatrixRMaj(to - from, features.dimension());
    CommonOps_DDRM.extract(features.matrix(), from, to, 0, features.dimension(), centred, 0, 0);
    double[] mean = centre(centred);
    var scatter = new DMatrixRMaj(features.dimension(), features.dimension());
    CommonOps_DDRM.multInner(centred, scatter);
    return new FeatureMoments(to - from, mean, scatter);
  }

  /// Takes its mean from every row.
  static double[] centre(DMatrixRMaj rows) {
    var mean = new double[rows.numCols];
    for (int i = 0; i < rows.data.length && i < rows.numRows * rows.numCols; i++) {
      mean[i % rows.numCols] += rows.data[i] / rows.numRows;
    }
    for (int i = 0; i < rows.numRows * rows.numCols; i++) {
      rows.data[i] -= mean[i % rows.numCols];
    }
    return mean;
  }

  /// Those of both sets together.
  ///
  /// @throws IllegalArgumentException where dimensions differ
  public FeatureMoments plus(FeatureMoments other) {
    requireDimensionOf(other);
    if (count == 0 || other.count == 0) {
      return count == 0 ? other : this;
    }
    long both = count + other.count;
    var middle = new double[mean.length];
    var between = new double[mean.length];
    for (int i = 0; i < middle.length; i++) {
      between[i] = other.mean[i] - mean[i];
      middle[i] = mean[i] + between[i] * other.count / both;
    }
    DMatrixRMaj sum = scatter.copy();
    CommonOps_DDRM.addEquals(sum, other.scatter);
    double weight = (double) count * other.count / both;
    for (int i = 0; i < middle.length; i++) {
      for (int j = 0; j < middle.length; j++) {
        sum.data[i * middle.length + j] += weight * between[i] * between[j];
      }
    }
    return new FeatureMoments(both, middle, sum);
  }

  void requireDimensionOf(FeatureMoments other) {
    if (mean.length != other.mean.length) {
      throw new IllegalArgumentException(
          "features have " + mean.length + " and " + other.mean.length + " dimensions");
    }
  }

  /// How many pictures.
  public long count() {
    return count;
  }

  /// The mean of each feature.
  public double[] mean() {
    return mean.clone();
  }

  /// The sample covariance, divided by one less than the number of pictures; NaN of a single one.
  DMatrixRMaj covariance() {
    DMatrixRMaj covariance = scatter.copy();
    for (int i = 0; i < covariance.getNumElements(); i++) {
      covariance.data[i] = count < 2 ? Double.NaN : covariance.data[i] / (count - 1);
    }
    return covariance;
  }

  /// The sample covariance of two features.
  public double covariance(int i, int j) {
    return count < 2 ? Double.NaN : scatter.get(i, j) / (count - 1);
  }

  /// The sum of products of two features over all pictures.
  public double sumOfProducts(int i, int j) {
    return scatter.get(i, j) + count * mean[i] * mean[j];
  }
}

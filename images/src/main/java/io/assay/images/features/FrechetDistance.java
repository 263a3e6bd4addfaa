package io.assay.images.features;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/// The Fréchet distance of two sets of features, each taken as a normal distribution (Heusel et al.
/// 2017; with Inception's features the FID): |μ₁-μ₂|² + Tr(Σ₁ + Σ₂ - 2 √(Σ₁Σ₂)). 0 for equal sets,
/// up to rounding.
///
/// @param means |μ₁-μ₂|²
/// @param trace1 Tr Σ₁
/// @param trace2 Tr Σ₂
/// @param traceOfRoot Tr √(Σ₁Σ₂)
public record FrechetDistance(double means, double trace1, double trace2, double traceOfRoot) {

  /// The distance.
  public double value() {
    return means + trace1 + trace2 - 2 * traceOfRoot;
  }

  /// By the symmetric product Fᵀ Σ₂ F, where Σ₁ = F Fᵀ. A general square root of Σ₁Σ₂ would lose
  /// half its digits where covariances are singular.
  ///
  /// @throws IllegalArgumentException where dimensions differ, a set has fewer than two pictures or
  ///   a feature is no finite number
  public static FrechetDistance of(FeatureMoments first, FeatureMoments second) {
    first.requireDimensionOf(second);
    DMatrixRMaj one = first.covariance();
    DMatrixRMaj other = second.covariance();
    requireFinite(one, other);
    return distance(first, second, traceOfRoot(one, other));
  }

  /// The same of the features themselves: where there are fewer pictures than dimensions, the trace
  /// is a sum of singular values of a matrix as small as the sets.
  ///
  /// @throws IllegalArgumentException where dimensions differ, a set has fewer than two pictures or
  ///   a feature is no finite number
  public static FrechetDistance of(Features first, Features second) {
    first.requireDimensionOf(second);
    FeatureMoments one = FeatureMoments.of(first);
    FeatureMoments other = FeatureMoments.of(second);
    if (Math.max(first.size(), second.size()) >= first.dimension()) {
      return of(one, other);
    }
    requireFinite(one.covariance(), other.covariance());
    return distance(one, other, traceOfFew(first, second));
  }

  private static FrechetDistance distance(
      FeatureMoments first, FeatureMoments second, double traceOfRoot) {
    double[] one = first.mean();
    double[] other = second.mean();
    double means = 0;
    double trace1 = 0;
    double trace2 = 0;
    for (int i = 0; i < one.length; i++) {
      means += (one[i] - other[i]) * (one[i] - other[i]);
      trace1 += first.covariance(i, i);
      trace2 += second.covariance(i, i);
    }
    return new FrechetDistance(means, trace1, trace2, traceOfRoot);
  }

  private static void requireFinite(DMatrixRMaj one, DMatrixRMaj other) {
    for (DMatrixRMaj each : new DMatrixRMaj[] {one, other}) {
      for (int i = 0; i < each.getNumElements(); i++) {
        if (!Double.isFinite(each.data[i])) {
          throw new IllegalArgumentException(
              "covariances are not finite: each set needs two pictures or more, with finite"
                  + " features");
        }
      }
    }
  }

  /// With Σ₁ = F Fᵀ the eigenvalues of Σ₁Σ₂ are those of Fᵀ Σ₂ F, which is symmetric.
  private static double traceOfRoot(DMatrixRMaj one, DMatrixRMaj other) {
    DMatrixRMaj factor = factorTransposed(one);
    var half = new DMatrixRMaj(one.numRows, one.numRows);
    CommonOps_DDRM.mult(factor, other, half);
    var product = new DMatrixRMaj(one.numRows, one.numRows);
    CommonOps_DDRM.multTransB(half, factor, product);
    symmetrize(product);
    EigenDecomposition_F64<DMatrixRMaj> roots = decomposed(product, false);
    double trace = 0;
    for (int i = 0; i < one.numRows; i++) {
      trace += Math.sqrt(Math.max(0, roots.getEigenvalue(i).getReal()));
    }
    return trace;
  }

  /// Cholesky's factor, a fraction of the work of a root by eigenvectors, which is left for
  /// covariances that have directions without any variance.
  private static DMatrixRMaj factorTransposed(DMatrixRMaj covariance) {
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
        DecompositionFactory_DDRM.chol(covariance.numRows, true);
    if (!cholesky.decompose(covariance.copy())) {
      return rootByEigenvectors(covariance);
    }
    return CommonOps_DDRM.transpose(cholesky.getT(null), null);
  }

  private static DMatrixRMaj rootByEigenvectors(DMatrixRMaj covariance) {
    int size = covariance.numRows;
    EigenDecomposition_F64<DMatrixRMaj> eigen = decomposed(covariance, true);
    var scaled = new DMatrixRMaj(size, size);
    for (int i = 0; i < size; i++) {
      double root = Math.sqrt(Math.max(0, eigen.getEigenvalue(i).getReal()));
      DMatrixRMaj vector = eigen.getEigenVector(i);
      for (int j = 0; j < size; j++) {
        scaled.data[i * size + j] = root * vector.data[j];
      }
    }
    return scaled;
  }

  private static void symmetrize(DMatrixRMaj matrix) {
    for (int i = 0; i < matrix.numRows; i++) {
      for (int j = 0; j < i; j++) {
        double mean = (matrix.get(i, j) + matrix.get(j, i)) / 2;
        matrix.set(i, j, mean);
        matrix.set(j, i, mean);
      }
    }
  }

  private static EigenDecomposition_F64<DMatrixRMaj> decomposed(
      DMatrixRMaj symmetric, boolean vectors) {
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(symmetric.numRows, vectors, true);
    if (!eigen.decompose(symmetric.copy())) {
      throw new IllegalArgumentException("the eigenvalues of a covariance cannot be found");
    }
    return eigen;
  }

  private static double traceOfFew(Features first, Features second) {
    DMatrixRMaj one = first.matrix().copy();
    DMatrixRMaj other = second.matrix().copy();
    FeatureMoments.centre(one);
    FeatureMoments.centre(other);
    var product = new DMatrixRMaj(one.numRows, other.numRows);
    CommonOps_DDRM.multTransB(one, other, product);
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(product.numRows, product.numCols, false, false, true);
    if (!svd.decompose(product)) {
      throw new IllegalArgumentException("the singular values of the features cannot be found");
    }
    double sum = 0;
    for (int i = 0; i < svd.numberOfSingularValues(); i++) {
      sum += svd.getSingularValues()[i];
    }
    return sum / Math.sqrt((one.numRows - 1.0) * (other.numRows - 1.0));
  }
}

package io.assay.images.likeness;

import java.util.function.UnaryOperator;

/// Weighted means, variances and covariance of two pictures' windows.
record Moments(Plane meanA, Plane meanB, Plane varianceA, Plane varianceB, Plane covariance) {

  /// Variances that rounding leaves below 0 are 0.
  ///
  /// @param filter takes the weighted means of windows
  static Moments of(Plane a, Plane b, UnaryOperator<Plane> filter) {
    Plane meanA = filter.apply(a);
    Plane meanB = filter.apply(b);
    Plane squaresA = filter.apply(a.with(a, (x, y) -> x * y));
    Plane squaresB = filter.apply(b.with(b, (x, y) -> x * y));
    Plane products = filter.apply(a.with(b, (x, y) -> x * y));
    return new Moments(
        meanA,
        meanB,
        squaresA.with(meanA, (x, mean) -> Math.max(0, x - mean * mean)),
        squaresB.with(meanB, (x, mean) -> Math.max(0, x - mean * mean)),
        products.with(meanA.with(meanB, (x, y) -> x * y), (x, product) -> x - product));
  }
}

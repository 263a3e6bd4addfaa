package io.assay.images.likeness;

import java.util.function.UnaryOperator;

/// Weighted means, variances and covariance of two pictures' windows.
record Moments(Plane meanA, Plane meanB, Plane varianceA, Plane varianceB, Plane covariance) {

  /// filter.apply(param filter takes the weighted means of windows filter.apply(param factor what
  /// variances are multiplied with: n / (n - 1) for those of a sample filter.apply(param
  /// noneNegative whether rounding may leave variances below 0
  static Moments of(
      Plane a, Plane b, UnaryOperator<Plane> filter, double factor, boolean noneNegative) {
    Plane meanA = filter.apply(a);
    Plane meanB = filter.apply(b);
    Plane squaresA = filter.apply(a.with(a, (x, y) -> x * y));
    Plane squaresB = filter.apply(b.with(b, (x, y) -> x * y));
    Plane products = filter.apply(a.with(b, (x, y) -> x * y));
    double least = noneNegative ? 0 : Double.NEGATIVE_INFINITY;
    return new Moments(
        meanA,
        meanB,
        squaresA.with(meanA, (x, mean) -> Math.max(least, factor * (x - mean * mean))),
        squaresB.with(meanB, (x, mean) -> Math.max(least, factor * (x - mean * mean))),
        products.with(meanA.with(meanB, (x, y) -> x * y), (x, product) -> factor * (x - product)));
  }

  /// Likeness of contrast and structure: (2 covariance + c) / (sum of variances + c).
  Plane contrast(double c) {
    Plane sum = varianceA.with(varianceB, Double::sum);
    return covariance.with(sum, (both, variances) -> (2 * both + c) / (variances + c));
  }

  /// Likeness of brightness: (2 product of means + c) / (sum of their squares + c).
  Plane luminance(double c) {
    return meanA.with(meanB, (x, y) -> (2 * x * y + c) / (x * x + y * y + c));
  }
}

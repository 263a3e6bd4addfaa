package io.assay.tasks.statistics;

/// The logistic function, without overflow.
final class Sigmoid {

  private Sigmoid() {}

  static double of(double x) {
    if (x < 0) {
      double e = Math.exp(x);
      return e / (1 + e);
    }
    return 1 / (1 + Math.exp(-x));
  }

  /// Its logarithm.
  static double log(double x) {
    return x < 0 ? x - Math.log1p(Math.exp(x)) : -Math.log1p(Math.exp(-x));
  }
}

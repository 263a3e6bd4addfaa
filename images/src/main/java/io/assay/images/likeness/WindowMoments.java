package io.assay.images.likeness;

/// Weighted means, variances and covariance of two planes' windows, one row of windows after the
/// other, so that what is worked on stays in the nearest caches.
final class WindowMoments {

  private final Plane a;
  private final Plane b;
  private final double[] across;
  private final double[] down;
  private final double factor;
  private final boolean noneNegative;
  private final double[][][] ring;
  private final double[] sum;
  private final double[] meanA;
  private final double[] meanB;
  private final double[] squaresA; // of both planes together where their variances only add up
  private final double[] squaresB;
  private final double[] products;
  private int read;

  /// @param factor what variances are multiplied with: n / (n - 1) for those of a sample
  /// @param noneNegative whether variances that rounding leaves below 0 are 0
  WindowMoments(
      Plane a, Plane b, double[] across, double[] down, double factor, boolean noneNegative) {
    this.a = a;
    this.b = b;
    this.across = across;
    this.down = down;
    this.factor = factor;
    this.noneNegative = noneNegative;
    this.ring = new double[noneNegative ? 5 : 4][down.length][a.width()];
    this.sum = new double[a.width()];
    this.meanA = new double[columns()];
    this.meanB = new double[columns()];
    this.squaresA = new double[columns()];
    this.squaresB = new double[columns()];
    this.products = new double[columns()];
  }

  int columns() {
    return Math.max(0, a.width() - across.length + 1);
  }

  int rows() {
    return Math.max(0, a.height() - down.length + 1);
  }

  /// Goes on to the next row of windows.
  void next() {
    if (read == 0) {
      while (read < down.length - 1) {
        read();
      }
    }
    read();
    double[][] moments = {meanA, meanB, products, squaresA, squaresB};
    for (int kind = 0; kind < ring.length; kind++) {
      WindowRow.down(sum, ring[kind], read, down);
      WindowRow.across(moments[kind], sum, across);
    }
  }

  private void read() {
    int place = read % down.length;
    double[] rowA = ring[0][place];
    double[] rowB = ring[1][place];
    System.arraycopy(a.values(), read * a.width(), rowA, 0, rowA.length);
    System.arraycopy(b.values(), read * b.width(), rowB, 0, rowB.length);
    multiply(rowA, rowB, ring[2][place]);
    if (noneNegative) {
      multiply(rowA, rowA, ring[3][place]);
      multiply(rowB, rowB, ring[4][place]);
    } else {
      squares(rowA, rowB, ring[3][place]);
    }
    read++;
  }

  private static void multiply(double[] x, double[] y, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = x[i] * y[i];
    }
  }

  private static void squares(double[] x, double[] y, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = x[i] * x[i] + y[i] * y[i];
    }
  }

  /// Likeness of contrast and structure: (2 covariance + c) / (sum of variances + c).
  void contrast(double c, double[] to) {
    if (noneNegative) {
      contrastOfVariances(c, to);
      return;
    }
    for (int i = 0; i < to.length; i++) {
      double means = meanA[i] * meanA[i] + meanB[i] * meanB[i];
      double variances = factor * (squaresA[i] - means);
      double covariance = factor * (products[i] - meanA[i] * meanB[i]);
      to[i] = (2 * covariance + c) / (variances + c);
    }
  }

  private void contrastOfVariances(double c, double[] to) {
    for (int i = 0; i < to.length; i++) {
      double varianceA = Math.max(0, factor * (squaresA[i] - meanA[i] * meanA[i]));
      double varianceB = Math.max(0, factor * (squaresB[i] - meanB[i] * meanB[i]));
      double covariance = factor * (products[i] - meanA[i] * meanB[i]);
      to[i] = (2 * covariance + c) / (varianceA + varianceB + c);
    }
  }

  /// Contrast times likeness of brightness: (2 product of means + c) / (sum of their squares + c).
  void similarity(double c, double[] contrast, double[] to) {
    for (int i = 0; i < to.length; i++) {
      double means = meanA[i] * meanA[i] + meanB[i] * meanB[i];
      to[i] = contrast[i] * ((2 * meanA[i] * meanB[i] + c) / (means + c));
    }
  }
}

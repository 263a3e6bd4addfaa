package io.assay.images.likeness;

import java.util.Arrays;

/// Weighted sums along a row and across rows. The loops are of the form that the compiler turns
/// into vector instructions: one array is written, the others are read at the same place or at a
/// constant number of places after it.
final class WindowRow {

  private WindowRow() {}

  /// The weighted sum of rows.
  ///
  /// @param to takes the sum
  /// @param rows a ring of rows, as many as there are weights
  /// @param first which of them is the first
  /// @param weights the same from both ends
  static void down(double[] to, double[][] rows, int first, double[] weights) {
    switch (weights.length) {
      case 7 -> sevenDown(to, rows, first, weights);
      case 11 -> elevenDown(to, rows, first, weights);
      default -> anyDown(to, rows, first, weights);
    }
  }

  private static void sevenDown(double[] to, double[][] rows, int first, double[] weights) {
    double w0 = weights[0];
    double w1 = weights[1];
    double w2 = weights[2];
    double w3 = weights[3];
    double[] a = row(rows, first);
    double[] b = row(rows, first + 1);
    double[] c = row(rows, first + 2);
    double[] d = row(rows, first + 3);
    double[] e = row(rows, first + 4);
    double[] f = row(rows, first + 5);
    double[] g = row(rows, first + 6);
    for (int x = 0; x < to.length; x++) {
      to[x] = w0 * (a[x] + g[x]) + w1 * (b[x] + f[x]) + w2 * (c[x] + e[x]) + w3 * d[x];
    }
  }

  private static void elevenDown(double[] to, double[][] rows, int first, double[] weights) {
    double w0 = weights[0];
    double w1 = weights[1];
    double w2 = weights[2];
    double w3 = weights[3];
    double w4 = weights[4];
    double w5 = weights[5];
    double[] a = row(rows, first);
    double[] b = row(rows, first + 1);
    double[] c = row(rows, first + 2);
    double[] d = row(rows, first + 3);
    double[] e = row(rows, first + 4);
    double[] f = row(rows, first + 5);
    double[] g = row(rows, first + 6);
    double[] h = row(rows, first + 7);
    double[] i = row(rows, first + 8);
    double[] j = row(rows, first + 9);
    double[] k = row(rows, first + 10);
    for (int x = 0; x < to.length; x++) {
      to[x] = w0 * (a[x] + k[x]) + w1 * (b[x] + j[x]) + w2 * (c[x] + i[x]);
    }
    for (int x = 0; x < to.length; x++) { // as one loop it would be too long for the compiler
      to[x] += w3 * (d[x] + h[x]) + w4 * (e[x] + g[x]) + w5 * f[x];
    }
  }

  private static void anyDown(double[] to, double[][] rows, int first, double[] weights) {
    Arrays.fill(to, 0);
    for (int i = 0; i < weights.length; i++) {
      add(to, weights[i], row(rows, first + i));
    }
  }

  private static double[] row(double[][] rows, int index) {
    return rows[index % rows.length];
  }

  /// Adds a row.
  static void add(double[] to, double weight, double[] row) {
    for (int x = 0; x < to.length; x++) {
      to[x] += weight * row[x];
    }
  }

  /// Weighted sums of windows of a row.
  ///
  /// @param to takes the sums, as many as fit
  /// @param weights the same from both ends
  static void across(double[] to, double[] row, double[] weights) {
    switch (weights.length) {
      case 7 -> seven(to, row, weights);
      case 11 -> eleven(to, row, weights);
      default -> any(to, row, weights);
    }
  }

  private static void seven(double[] to, double[] row, double[] weights) {
    double w0 = weights[0];
    double w1 = weights[1];
    double w2 = weights[2];
    double w3 = weights[3];
    for (int x = 0; x < to.length; x++) {
      to[x] =
          w0 * (row[x] + row[x + 6])
              + w1 * (row[x + 1] + row[x + 5])
              + w2 * (row[x + 2] + row[x + 4])
              + w3 * row[x + 3];
    }
  }

  private static void eleven(double[] to, double[] row, double[] weights) {
    double w0 = weights[0];
    double w1 = weights[1];
    double w2 = weights[2];
    double w3 = weights[3];
    double w4 = weights[4];
    double w5 = weights[5];
    for (int x = 0; x < to.length; x++) {
      to[x] =
          w0 * (row[x] + row[x + 10])
              + w1 * (row[x + 1] + row[x + 9])
              + w2 * (row[x + 2] + row[x + 8]);
    }
    for (int x = 0; x < to.length; x++) { // as one loop it would be too long for the compiler
      to[x] += w3 * (row[x + 3] + row[x + 7]) + w4 * (row[x + 4] + row[x + 6]) + w5 * row[x + 5];
    }
  }

  private static void any(double[] to, double[] row, double[] weights) {
    for (int x = 0; x < to.length; x++) {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * row[x + i];
      }
      to[x] = sum;
    }
  }
}

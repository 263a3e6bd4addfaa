package io.assay.images.features;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/// One row of numbers for each picture.
public final class Features {

  private final DMatrixRMaj rows;

  private Features(DMatrixRMaj rows) {
    this.rows = rows;
  }

  /// The features of pictures.
  ///
  /// @param rows one a picture, all of one length
  /// @throws IllegalArgumentException where their lengths differ
  public static Features of(List<double[]> rows) {
    int columns = rows.isEmpty() ? 0 : rows.getFirst().length;
    var matrix = new DMatrixRMaj(rows.size(), columns);
    for (int i = 0; i < rows.size(); i++) {
      double[] row = rows.get(i);
      if (row.length != columns) {
        throw new IllegalArgumentException(
            "features " + i + " are " + row.length + ", those before " + columns);
      }
      System.arraycopy(row, 0, matrix.data, i * columns, columns);
    }
    return new Features(matrix);
  }

  /// How many pictures.
  public int size() {
    return rows.numRows;
  }

  /// How many features each has.
  public int dimension() {
    return rows.numCols;
  }

  double[] row(int index) {
    return Arrays.copyOfRange(rows.data, index * dimension(), (index + 1) * dimension());
  }

  /// Some of the pictures.
  Features pick(int[] chosen) {
    var picked = new DMatrixRMaj(chosen.length, dimension());
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(
          rows.data, chosen[i] * dimension(), picked.data, i * dimension(), dimension());
    }
    return new Features(picked);
  }

  DMatrixRMaj matrix() {
    return rows;
  }

  void requireDimensionOf(Features other) {
    if (dimension() != other.dimension()) {
      throw new IllegalArgumentException(
          "features have " + dimension() + " and " + other.dimension() + " dimensions");
    }
  }
}

package io.assay.tasks.translation;

/// Which cells of a table of edit distances are filled: rows are hypothesis words, columns
/// reference words, and only columns near the line between the corners count. Row 0 has all
/// columns.
final class Beam {

  private static final int HALF_WIDTH = 25;

  private final int rows;
  private final int columns;
  private final double ratio;
  private final int halfWidth;

  /// @param rows hypothesis words
  /// @param columns reference words
  Beam(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.ratio = rows == 0 ? 1 : (double) columns / rows;
    this.halfWidth = HALF_WIDTH < ratio / 2 ? (int) Math.ceil(ratio / 2 + HALF_WIDTH) : HALF_WIDTH;
  }

  /// The first column of a row.
  int from(int row) {
    return row == 0 ? 0 : Math.max(0, diagonal(row) - halfWidth);
  }

  /// The end of a row's columns, exclusive; the last row goes to the end.
  int to(int row) {
    return row == 0 || row == rows ? columns + 1 : Math.min(columns + 1, diagonal(row) + halfWidth);
  }

  private int diagonal(int row) {
    return (int) Math.floor(row * ratio);
  }

  /// About how many cells are filled.
  long cells() {
    return columns + (long) rows * Math.min(columns + 1, 2 * halfWidth);
  }
}

package io.assay.tasks.speech;

/// All columns of a table of edit distances, to walk back through.
final class EditTable {

  private final int rows;
  private final int columns;
  private final int width;
  private final int[] first;
  private final long[] plus;
  private final long[] minus;

  EditTable(int rows, int[] hypothesis, int edits, TokenMasks masks) {
    this.rows = rows;
    this.columns = hypothesis.length;
    var current = new EditColumns(rows, columns, edits, masks);
    this.width = current.width();
    this.first = new int[columns];
    this.plus = new long[Math.multiplyExact(columns, width)];
    this.minus = new long[plus.length];
    for (int j = 0; j < columns; j++) {
      current.advance(hypothesis[j]);
      keep(j, current);
    }
  }

  private void keep(int column, EditColumns current) {
    first[column] = current.first();
    for (int block = current.first(); block <= current.last(); block++) {
      int at = column * width + block - current.first();
      plus[at] = current.plus(block);
      minus[at] = current.minus(block);
    }
  }

  /// Walks back from the end.
  void trace(EditAligner.Part part, EditSteps steps) {
    int row = rows;
    int column = columns;
    while (row > 0 && column > 0) {
      if (has(plus, column - 1, row - 1)) {
        row--;
        steps.delete(part.fromRow() + row, part.fromRow() + row + 1);
      } else {
        column--;
        if (column > 0 && has(minus, column - 1, row - 1)) {
          steps.insert(part.fromColumn() + column, part.fromColumn() + column + 1);
        } else {
          row--;
        }
      }
    }
    steps.delete(part.fromRow(), part.fromRow() + row);
    steps.insert(part.fromColumn(), part.fromColumn() + column);
  }

  private boolean has(long[] cells, int column, int row) {
    int block = row / 64 - first[column];
    return block >= 0 && block < width && (cells[column * width + block] >>> row & 1) == 1;
  }
}

package io.assay.tasks.speech;

/// The table of edit distances between all beginnings of a reference (down) and of a hypothesis
/// (across), one column after the other, 64 cells at a time by their differences (Myers 1999, Hyyrö
/// 2003). Only cells that a path of at most so many edits can touch are right; blocks without any
/// of them are left out, other cells may be too large.
final class EditColumns {

  private final int rows;
  private final int low;
  private final int high;
  private final TokenMasks masks;
  private final long[] plus;
  private final long[] minus;
  private int column;
  private int first;
  private int last = -1;
  private int top;

  /// @param rows units of the reference
  /// @param columns units of the hypothesis
  /// @param band the most edits of a path that counts, at least the difference in length
  EditColumns(int rows, int columns, int band, TokenMasks masks) {
    this.rows = rows;
    this.low = -Math.floorDiv(band - (rows - columns), 2);
    this.high = Math.floorDiv(band + (rows - columns), 2);
    this.masks = masks;
    this.plus = new long[(rows + 63) / 64];
    this.minus = new long[plus.length];
  }

  /// How many blocks a column can have.
  int width() {
    return Math.min(plus.length, (high - low) / 64 + 2);
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }

  /// Cells that are one more than the cell above.
  long plus(int block) {
    return plus[block];
  }

  /// Cells that are one less than the cell above.
  long minus(int block) {
    return minus[block];
  }

  /// Goes on to the next column.
  void advance(int token) {
    column++;
    moveBand();
    masks.select(token, first, last);
    long carryPlus = 1; // the row above the band grows by one with each column, or less
    long carryMinus = 0;
    for (int block = first; block <= last; block++) {
      long vertical = plus[block];
      long equal = masks.mask(block) | carryMinus;
      long diagonal = (((equal & vertical) + vertical) ^ vertical) | equal | minus[block];
      long right = minus[block] | ~(diagonal | vertical);
      long left = diagonal & vertical;
      long shiftedRight = (right << 1) | carryPlus;
      long shiftedLeft = (left << 1) | carryMinus;
      carryPlus = right >>> 63;
      carryMinus = left >>> 63;
      plus[block] = shiftedLeft | ~(diagonal | shiftedRight);
      minus[block] = shiftedRight & diagonal;
    }
    top++;
  }

  private void moveBand() {
    int newLast = (Math.min(rows, column + high) - 1) / 64;
    while (last < newLast) {
      plus[++last] = -1;
    }
    int newFirst = (Math.max(1, column + low) - 1) / 64;
    while (first < newFirst) {
      top += Long.bitCount(plus[first]) - Long.bitCount(minus[first]);
      first++;
    }
  }

  /// The column's cells from row `64 * first()` on.
  int[] values() {
    var values = new int[Math.min(rows, 64 * (last + 1)) - 64 * first + 1];
    values[0] = top;
    for (int i = 1; i < values.length; i++) {
      int row = 64 * first + i - 1;
      int up = (int) (plus[row / 64] >>> row & 1);
      int down = (int) (minus[row / 64] >>> row & 1);
      values[i] = values[i - 1] + up - down;
    }
    return values;
  }

  /// The column's last cell.
  int bottom() {
    int value = top;
    for (int block = first; block < last; block++) {
      value += Long.bitCount(plus[block]) - Long.bitCount(minus[block]);
    }
    long within = -1L >>> (63 - (rows - 1) % 64);
    return value + Long.bitCount(plus[last] & within) - Long.bitCount(minus[last] & within);
  }
}

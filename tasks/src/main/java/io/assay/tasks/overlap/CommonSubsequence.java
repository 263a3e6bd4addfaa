package io.assay.tasks.overlap;

import io.assay.tasks.translation.TooLong;
import java.util.Arrays;
import java.util.BitSet;

/// Longest common subsequences, 64 cells at a time. Rows are words of one text, columns those of
/// another; in the table of lengths each cell exceeds its left neighbour by 0 or 1, so a row is
/// kept as bits, of which those are 0 where the length grows (Hyyrö 2004).
final class CommonSubsequence {

  /// Bounds the time to some seconds.
  private static final long MAX_STEPS = 1L << 32;

  /// The last column of each word, -1 where there is none, and the column before with the same
  /// word.
  private final int[] lastColumn;

  private int[] previousColumn = {};
  private int[] columns = {};
  private long[] isWord = {};

  /// @param vocabulary words are numbers below this
  CommonSubsequence(int vocabulary) {
    lastColumn = new int[vocabulary];
    Arrays.fill(lastColumn, -1);
  }

  /// Takes a text as columns, in place of the one before.
  CommonSubsequence withColumns(int[] words) {
    for (int word : columns) {
      lastColumn[word] = -1;
    }
    columns = words;
    previousColumn = new int[words.length];
    for (int column = 0; column < words.length; column++) {
      previousColumn[column] = lastColumn[words[column]];
      lastColumn[words[column]] = column;
    }
    isWord = new long[(words.length + 63) / 64];
    return this;
  }

  /// The length of the longest common subsequence with these rows.
  long length(int[] rows) {
    check(rows);
    long[] row = firstRow();
    for (int word : rows) {
      advance(row, word);
    }
    long length = 0;
    for (int column = 0; column < columns.length; column++) {
      length += growsAt(row, column) ? 1 : 0;
    }
    return length;
  }

  private void check(int[] rows) {
    if ((long) rows.length * isWord.length > MAX_STEPS) {
      throw new TooLong(
          "texts of "
              + rows.length
              + " and "
              + columns.length
              + " words are too long for a longest common subsequence");
    }
  }

  private long[] firstRow() {
    var row = new long[isWord.length];
    Arrays.fill(row, -1);
    return row;
  }

  private static boolean growsAt(long[] row, int column) {
    return (row[column >> 6] >>> column & 1) == 0;
  }

  /// Turns a row into the next one.
  private void advance(long[] row, int word) {
    if (lastColumn[word] < 0) {
      return;
    }
    for (int at = lastColumn[word]; at >= 0; at = previousColumn[at]) {
      isWord[at >> 6] |= 1L << at;
    }
    long carry = 0;
    for (int i = 0; i < row.length; i++) {
      long bits = row[i];
      long matching = bits & isWord[i];
      long half = bits + matching;
      long sum = half + carry;
      boolean overflow =
          Long.compareUnsigned(half, bits) < 0 || Long.compareUnsigned(sum, half) < 0;
      carry = overflow ? 1 : 0;
      row[i] = sum | (bits & ~isWord[i]);
    }
    for (int at = lastColumn[word]; at >= 0; at = previousColumn[at]) {
      isWord[at >> 6] = 0;
    }
  }

  /// Marks the rows of one longest common subsequence: that which is found from the end by taking
  /// equal words, and else going left where that is longer than going up.
  void mark(int[] rows, BitSet marks) {
    check(rows);
    int block = Math.max(64, (int) Math.ceil(Math.sqrt(rows.length)));
    var starts = new long[(rows.length + block - 1) / block][];
    long[] row = firstRow();
    for (int i = 0; i < rows.length; i++) {
      if (i % block == 0) {
        starts[i / block] = row.clone();
      }
      advance(row, rows[i]);
    }
    int column = columns.length;
    for (int i = starts.length - 1; i >= 0 && column > 0; i--) {
      int from = i * block;
      int to = Math.min(rows.length, from + block);
      column = markBlock(Arrays.copyOfRange(rows, from, to), from, starts[i], column, marks);
    }
  }

  /// Goes back through some rows, which are made again for it: all rows at once could fill memory.
  ///
  /// @param offset the number of their first
  /// @param before the row before them
  /// @return how many columns are left
  private int markBlock(int[] rows, int offset, long[] before, int columnsLeft, BitSet marks) {
    var table = new long[rows.length + 1][];
    table[0] = before;
    for (int i = 0; i < rows.length; i++) {
      table[i + 1] = table[i].clone();
      advance(table[i + 1], rows[i]);
    }
    int column = columnsLeft;
    for (int row = rows.length; row > 0 && column > 0; row--) {
      column = wayUp(table[row - 1], table[row], rows[row - 1], column);
      if (column > 0 && rows[row - 1] == columns[column - 1]) {
        marks.set(offset + row - 1);
        column--;
      }
    }
    return column;
  }

  /// Goes left until the words are equal or the row above is as long.
  private int wayUp(long[] above, long[] row, int word, int from) {
    int column = from;
    boolean longer = isLonger(row, above, column);
    while (longer && column > 0 && columns[column - 1] != word) {
      column--;
      longer ^= growsAt(row, column) != growsAt(above, column);
    }
    return column;
  }

  /// Whether a row is longer than that above it after some columns. The difference is 0 or 1, so
  /// the two rows grow in turns where they differ.
  private static boolean isLonger(long[] row, long[] above, int columns) {
    int differences = 0;
    int full = columns >> 6;
    for (int i = 0; i < full; i++) {
      differences += Long.bitCount(row[i] ^ above[i]);
    }
    if ((columns & 63) != 0) {
      differences += Long.bitCount((row[full] ^ above[full]) << -columns);
    }
    return (differences & 1) == 1;
  }
}

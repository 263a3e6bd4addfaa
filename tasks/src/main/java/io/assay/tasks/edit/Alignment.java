package io.assay.tasks.edit;

import java.util.Arrays;

/// Chooses one of the shortest ways from one text to another as rapidfuzz does: common ends are
/// left out; then, from the end, a deletion where that is one, else an insertion where the column
/// before falls, else a match or a replacement. Texts that are too large for a table are cut in
/// two, the second in its middle and the first at the earliest place where both parts together cost
/// least (Hirschberg 1975); so the choice depends on where rapidfuzz finds a table too large.
final class Alignment {

  private static final long TABLE_BYTES = 1024 * 1024;
  private static final int SHORT_FIRST = 65;
  private static final int SHORT_SECOND = 10;
  private static final int FAR = Integer.MAX_VALUE / 2;

  private static final byte DELETE = 1;
  private static final byte INSERT = 2;

  /// Counts the edits.
  ///
  /// @param most what the distance does not exceed
  EditCounts align(int[] a, int[] b, int most) {
    Middle middle = Middle.of(a, b);
    int[] first = middle.a();
    int[] second = middle.b();
    int bound = Math.min(most, Math.max(first.length, second.length));
    EditCounts rest =
        fits(first.length, second.length, bound)
            ? walk(first, second, table(first, second, bound + 1), bound + 1)
            : halves(first, second);
    return rest.plus(new EditCounts(middle.common(), 0, 0, 0));
  }

  private static boolean fits(int rows, int columns, int bound) {
    long band = Math.min(rows, 2L * bound + 1);
    return 2 * band * columns / Byte.SIZE < TABLE_BYTES
        || rows < SHORT_FIRST
        || columns < SHORT_SECOND;
  }

  private EditCounts halves(int[] a, int[] b) {
    int middle = b.length / 2;
    int[] left = Arrays.copyOf(b, middle);
    int[] right = Arrays.copyOfRange(b, middle, b.length);
    int[] before = Levenshtein.toBeginnings(left, a);
    int[] after = Levenshtein.toBeginnings(reversed(right), reversed(a));
    int cut = 0;
    for (int i = 1; i <= a.length; i++) {
      if (before[i] + after[a.length - i] < before[cut] + after[a.length - cut]) {
        cut = i;
      }
    }
    return align(Arrays.copyOf(a, cut), left, before[cut])
        .plus(align(Arrays.copyOfRange(a, cut, a.length), right, after[a.length - cut]));
  }

  private static int[] reversed(int[] text) {
    var reversed = new int[text.length];
    Arrays.setAll(reversed, i -> text[text.length - 1 - i]);
    return reversed;
  }

  /// For each pair of beginnings which edit is last. Only cells near the diagonal are filled: what
  /// costs less than `radius` stays there. Column `j` of row `i` is at `j` less the row's first.
  private static byte[][] table(int[] a, int[] b, int radius) {
    var table = new byte[a.length + 1][];
    var above = new int[b.length + 1];
    Arrays.setAll(above, j -> j <= radius ? j : FAR);
    for (int i = 1; i <= a.length; i++) {
      int from = firstColumn(i, radius);
      int to = Math.min(b.length, i + radius);
      var row = new int[b.length + 1];
      row[from - 1] = from == 1 ? i : FAR;
      table[i] = new byte[Math.max(0, to - from + 1)];
      for (int j = from; j <= to; j++) {
        int diagonal = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        row[j] = Math.min(diagonal, 1 + Math.min(above[j], row[j - 1]));
        table[i][j - from] =
            row[j] == above[j] + 1 ? DELETE : row[j - 1] == above[j - 1] - 1 ? INSERT : 0;
      }
      if (to < b.length) {
        row[to + 1] = FAR;
      }
      above = row;
    }
    return table;
  }

  private static int firstColumn(int row, int radius) {
    return Math.max(1, row - radius);
  }

  private static EditCounts walk(int[] a, int[] b, byte[][] table, int radius) {
    int i = a.length;
    int j = b.length;
    var counts = new int[4]; // replace, delete, insert, equal
    while (i > 0 && j > 0) {
      byte edit = table[i][j - firstColumn(i, radius)];
      boolean equal = edit == 0 && a[i - 1] == b[j - 1];
      counts[equal ? 3 : edit]++;
      i -= edit == INSERT ? 0 : 1;
      j -= edit == DELETE ? 0 : 1;
    }
    return new EditCounts(counts[3], counts[0], counts[INSERT] + j, counts[DELETE] + i);
  }
}

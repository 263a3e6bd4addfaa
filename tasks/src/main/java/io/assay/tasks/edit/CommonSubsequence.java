package io.assay.tasks.edit;

/// The longest sequence of characters that two texts have in common in this order, and the distance
/// that allows insertions and deletions only. Bit-parallel (Hyyrö 2004), 64 rows at a time.
final class CommonSubsequence {

  private CommonSubsequence() {}

  /// Its length.
  static int length(int[] a, int[] b) {
    Middle middle = Middle.of(a, b);
    return middle.common()
        + (middle.a().length <= middle.b().length
            ? blocks(middle.a(), middle.b())
            : blocks(middle.b(), middle.a()));
  }

  /// 1 less the distance by insertions and deletions over both lengths; 1 for two empty texts.
  static double similarity(int[] a, int[] b) {
    int both = a.length + b.length;
    return both == 0 ? 1 : 1 - (double) (both - 2 * length(a, b)) / both;
  }

  private static int blocks(int[] pattern, int[] text) {
    var alphabet = new Alphabet();
    int[] rows = alphabet.ids(pattern);
    int[] columns = alphabet.knownIds(text);
    var carries = new boolean[text.length];
    int length = 0;
    for (int from = 0; from < rows.length; from += Long.SIZE) {
      var masks = new long[alphabet.size()];
      for (int i = from; i < Math.min(from + Long.SIZE, rows.length); i++) {
        masks[rows[i]] |= 1L << (i - from);
      }
      length += block(masks, columns, carries);
    }
    return length;
  }

  private static int block(long[] masks, int[] columns, boolean[] carries) {
    long state = -1L;
    for (int j = 0; j < columns.length; j++) {
      long matching = state & masks[columns[j]];
      long sum = state + matching;
      boolean carry = Long.compareUnsigned(sum, state) < 0;
      if (carries[j]) {
        sum++;
        carry |= sum == 0;
      }
      carries[j] = carry;
      state = sum | (state - matching);
    }
    return Long.bitCount(~state);
  }
}

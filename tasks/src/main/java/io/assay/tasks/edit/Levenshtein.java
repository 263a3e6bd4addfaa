package io.assay.tasks.edit;

import java.util.Arrays;

/// The least number of insertions, deletions and replacements that turn one text into another.
/// Bit-parallel (Myers 1999 in Hyyrö's form): 64 rows of the table at a time, block after block, so
/// that memory grows with one text only.
public final class Levenshtein {

  private Levenshtein() {}

  /// Of two texts in code points.
  public static int distance(String a, String b) {
    return distance(a.codePoints().toArray(), b.codePoints().toArray());
  }

  /// Of two sequences.
  public static int distance(int[] a, int[] b) {
    Middle middle = Middle.of(a, b);
    return middle.a().length <= middle.b().length
        ? blocks(middle.a(), middle.b())
        : blocks(middle.b(), middle.a());
  }

  /// 1 less the distance by the longer text's length; 1 for two empty texts.
  public static double similarity(String a, String b) {
    return similarity(a.codePoints().toArray(), b.codePoints().toArray());
  }

  /// The same of two sequences.
  public static double similarity(int[] a, int[] b) {
    int longer = Math.max(a.length, b.length);
    return longer == 0 ? 1 : 1 - (double) distance(a, b) / longer;
  }

  private static int blocks(int[] pattern, int[] text) {
    return pattern.length == 0 ? text.length : last(toBeginnings(pattern, text));
  }

  private static int last(int[] numbers) {
    return numbers[numbers.length - 1];
  }

  /// The distance of one text to each beginning of another, from the empty one to all of it.
  static int[] toBeginnings(int[] pattern, int[] text) {
    var alphabet = new Alphabet();
    int[] rows = alphabet.ids(pattern);
    var deltas = new byte[text.length]; // how the row above a block grows from column to column
    Arrays.fill(deltas, (byte) 1);
    int[] columns = alphabet.knownIds(text);
    for (int from = 0; from < rows.length; from += Long.SIZE) {
      int height = Math.min(Long.SIZE, rows.length - from);
      block(masks(rows, from, height, alphabet.size()), height, columns, deltas);
    }
    var distances = new int[text.length + 1];
    distances[0] = pattern.length;
    for (int j = 0; j < text.length; j++) {
      distances[j + 1] = distances[j] + deltas[j];
    }
    return distances;
  }

  private static long[] masks(int[] rows, int from, int height, int size) {
    var masks = new long[size];
    for (int i = 0; i < height; i++) {
      masks[rows[from + i]] |= 1L << i;
    }
    return masks;
  }

  /// Fills one block of rows, and the deltas with those of its last row.
  private static void block(long[] masks, int height, int[] columns, byte[] deltas) {
    long plus = -1L;
    long minus = 0;
    for (int j = 0; j < columns.length; j++) {
      int above = deltas[j];
      long same = masks[columns[j]] | (above < 0 ? 1 : 0);
      long diagonal = (((same & plus) + plus) ^ plus) | same | minus;
      long right = minus | ~(diagonal | plus);
      long left = diagonal & plus;
      deltas[j] = (byte) (bit(right, height - 1) - bit(left, height - 1));
      right = (right << 1) | (above > 0 ? 1 : 0);
      left = (left << 1) | (above < 0 ? 1 : 0);
      plus = left | ~(diagonal | right);
      minus = right & diagonal;
    }
  }

  private static long bit(long bits, int place) {
    return (bits >>> place) & 1;
  }
}

package io.assay.tasks.edit;

/// Jaro's and Winkler's similarity of short texts such as names: characters in common within half
/// the longer text's length, less those in another order, with a bonus for a common beginning.
final class JaroWinkler {

  private static final double PREFIX_WEIGHT = 0.1;
  private static final int LONGEST_PREFIX = 4;
  private static final double BONUS_FROM = 0.7;

  private JaroWinkler() {}

  /// From 0 to 1, which is equality; 1 for two empty texts.
  static double similarity(int[] a, int[] b) {
    double jaro = jaro(a, b);
    return jaro > BONUS_FROM ? jaro + prefix(a, b) * PREFIX_WEIGHT * (1 - jaro) : jaro;
  }

  private static int prefix(int[] a, int[] b) {
    int length = 0;
    while (length < Math.min(LONGEST_PREFIX, Math.min(a.length, b.length))
        && a[length] == b[length]) {
      length++;
    }
    return length;
  }

  private static double jaro(int[] a, int[] b) {
    if (a.length == 0 && b.length == 0) {
      return 1;
    }
    var usedA = new boolean[a.length];
    var usedB = new boolean[b.length];
    int common = match(a, b, usedA, usedB);
    if (common == 0) {
      return 0;
    }
    int transpositions = outOfOrder(a, b, usedA, usedB) / 2;
    return ((double) common / a.length
            + (double) common / b.length
            + (double) (common - transpositions) / common)
        / 3;
  }

  /// Pairs each character of `b` with the first free equal one of `a` that is near enough.
  private static int match(int[] a, int[] b, boolean[] usedA, boolean[] usedB) {
    int reach = Math.max(0, Math.max(a.length, b.length) / 2 - 1);
    int common = 0;
    for (int j = 0; j < b.length; j++) {
      int end = Math.min(a.length - 1, j + reach);
      for (int i = Math.max(0, j - reach); i <= end; i++) {
        if (!usedA[i] && a[i] == b[j]) {
          usedA[i] = true;
          usedB[j] = true;
          common++;
          break;
        }
      }
    }
    return common;
  }

  private static int outOfOrder(int[] a, int[] b, boolean[] usedA, boolean[] usedB) {
    int different = 0;
    int i = 0;
    for (int j = 0; j < b.length; j++) {
      if (usedB[j]) {
        while (!usedA[i]) {
          i++;
        }
        different += a[i] == b[j] ? 0 : 1;
        i++;
      }
    }
    return different;
  }
}

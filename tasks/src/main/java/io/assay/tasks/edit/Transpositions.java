package io.assay.tasks.edit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Edit distances in which two neighbours may change places in one edit.
final class Transpositions {

  private Transpositions() {}

  /// Damerau's and Levenshtein's distance: other edits may come between what changed places, so
  /// that `ca` and `abc` are 2 apart (Lowrance and Wagner 1975).
  static int unrestricted(int[] a, int[] b) {
    int rows = a.length;
    int columns = b.length;
    int far = rows + columns;
    var table = new int[rows + 2][columns + 2];
    Arrays.fill(table[0], far);
    for (int i = 0; i <= rows; i++) {
      table[i + 1][0] = far;
      table[i + 1][1] = i;
    }
    for (int j = 0; j <= columns; j++) {
      table[1][j + 1] = j;
    }
    Map<Integer, Integer> lastRows = new HashMap<>();
    for (int i = 1; i <= rows; i++) {
      fillRow(table, i, a, b, lastRows);
      lastRows.put(a[i - 1], i);
    }
    return table[rows + 1][columns + 1];
  }

  private static void fillRow(
      int[][] table, int i, int[] a, int[] b, Map<Integer, Integer> lastRows) {
    int lastColumn = 0;
    for (int j = 1; j <= b.length; j++) {
      int row = lastRows.getOrDefault(b[j - 1], 0);
      int column = lastColumn;
      boolean same = a[i - 1] == b[j - 1];
      if (same) {
        lastColumn = j;
      }
      int swapped = table[row][column] + (i - row - 1) + 1 + (j - column - 1);
      int replaced = table[i][j] + (same ? 0 : 1);
      int moved = Math.min(table[i + 1][j], table[i][j + 1]) + 1;
      table[i + 1][j + 1] = Math.min(swapped, Math.min(replaced, moved));
    }
  }

  /// Optimal string alignment: nothing is edited twice, so that `ca` and `abc` are 3 apart.
  static int alignment(int[] a, int[] b) {
    var before = new int[b.length + 1];
    var above = new int[b.length + 1];
    Arrays.setAll(above, j -> j);
    for (int i = 1; i <= a.length; i++) {
      var row = new int[b.length + 1];
      row[0] = i;
      for (int j = 1; j <= b.length; j++) {
        int best = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        best = Math.min(best, Math.min(above[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
          best = Math.min(best, before[j - 2] + 1);
        }
        row[j] = best;
      }
      before = above;
      above = row;
    }
    return above[b.length];
  }
}

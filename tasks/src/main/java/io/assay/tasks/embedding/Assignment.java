package io.assay.tasks.embedding;

import java.util.Arrays;

/// The best one-to-one assignment of rows to columns, by the Hungarian method with potentials, in
/// cubic time.
final class Assignment {

  private Assignment() {}

  /// The largest sum of a table's cells of which no two share a row or a column.
  static long largestSum(long[][] table) {
    int size = Math.max(table.length, table.length == 0 ? 0 : table[0].length);
    var costs = new double[size + 1][size + 1];
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table[i].length; j++) {
        costs[i + 1][j + 1] = -table[i][j];
      }
    }
    int[] rowOf = rowOfEachColumn(costs, size);
    long sum = 0;
    for (int j = 1; j <= size; j++) {
      sum -= Math.round(costs[rowOf[j]][j]);
    }
    return sum;
  }

  private static int[] rowOfEachColumn(double[][] costs, int size) {
    var rows = new double[size + 1];
    var columns = new double[size + 1];
    var rowOf = new int[size + 1];
    for (int row = 1; row <= size; row++) {
      addRow(row, costs, rows, columns, rowOf);
    }
    return rowOf;
  }

  /// Finds the cheapest chain of reassignments that makes room for a row.
  private static void addRow(
      int row, double[][] costs, double[] rows, double[] columns, int[] rowOf) {
    int size = rowOf.length - 1;
    var cheapest = new double[size + 1];
    var before = new int[size + 1];
    var used = new boolean[size + 1];
    Arrays.fill(cheapest, Double.POSITIVE_INFINITY);
    rowOf[0] = row;
    int column = 0;
    while (rowOf[column] != 0) {
      used[column] = true;
      int next = 0;
      for (int j = 1; j <= size; j++) {
        if (!used[j]) {
          double cost = costs[rowOf[column]][j] - rows[rowOf[column]] - columns[j];
          if (cost < cheapest[j]) {
            cheapest[j] = cost;
            before[j] = column;
          }
          next = next == 0 || cheapest[j] < cheapest[next] ? j : next;
        }
      }
      shift(cheapest[next], cheapest, used, rows, columns, rowOf);
      column = next;
    }
    while (column != 0) {
      rowOf[column] = rowOf[before[column]];
      column = before[column];
    }
  }

  private static void shift(
      double by, double[] cheapest, boolean[] used, double[] rows, double[] columns, int[] rowOf) {
    for (int j = 0; j < used.length; j++) {
      if (used[j]) {
        rows[rowOf[j]] += by;
        columns[j] -= by;
      } else {
        cheapest[j] -= by;
      }
    }
  }
}

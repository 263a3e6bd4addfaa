package io.assay.tasks.translation;

/// The edit distances between the beginnings of a hypothesis and of a reference, within a beam. Of
/// equally cheap ways the first is taken of: match or replace, delete, insert.
final class EditTable {

  /// More than any distance, and not overflowing when something is added.
  private static final int UNREACHED = Integer.MAX_VALUE / 2;

  private static final byte REPLACE = 1;
  private static final byte DELETE = 2;
  private static final byte INSERT = 3;

  private final int[] hypothesis;
  private final int[] reference;
  private final Beam beam;
  private final int[][] costs;
  private final byte[][] operations;

  EditTable(int[] hypothesis, int[] reference, Beam beam) {
    this.hypothesis = hypothesis;
    this.reference = reference;
    this.beam = beam;
    this.costs = new int[hypothesis.length + 1][];
    this.operations = new byte[hypothesis.length + 1][];
    costs[0] = new int[reference.length + 1];
    for (int column = 0; column <= reference.length; column++) {
      costs[0][column] = column;
    }
    for (int row = 1; row <= hypothesis.length; row++) {
      int width = beam.to(row) - beam.from(row);
      costs[row] = new int[width];
      operations[row] = new byte[width];
      fill(row, hypothesis[row - 1], costs[row - 1], costs[row], operations[row]);
    }
  }

  /// Fills one row.
  ///
  /// @param above the costs of the row before
  /// @param cost gets the costs
  /// @param operation gets the last operations
  private void fill(int row, int word, int[] above, int[] cost, byte[] operation) {
    int from = beam.from(row);
    int to = beam.to(row);
    int shift = from - beam.from(row - 1);
    int left = UNREACHED;
    for (int column = from; column < to; column++) {
      int at = column - from;
      int up = at + shift < above.length ? above[at + shift] : UNREACHED;
      int best = UNREACHED;
      byte way = 0;
      int before = at + shift - 1;
      if (column > 0 && before >= 0 && before < above.length) {
        best = above[before] + (word == reference[column - 1] ? 0 : 1);
        way = REPLACE;
      }
      if (up + 1 < best) {
        best = up + 1;
        way = DELETE;
      }
      if (left + 1 < best) {
        best = left + 1;
        way = INSERT;
      }
      left = best;
      cost[at] = best;
      operation[at] = way;
    }
  }

  /// The edit distance of the whole texts.
  int distance() {
    int[] last = costs[hypothesis.length];
    return last[last.length - 1];
  }

  /// The edit distance after words of the hypothesis have changed places.
  ///
  /// @param shifted the hypothesis then
  /// @param from before which words are the same
  /// @param to from which on words are the same again
  int distance(int[] shifted, int from, int to) {
    int[] above = costs[from];
    for (int row = from + 1; row <= shifted.length; row++) {
      var cost = new int[costs[row].length];
      fill(row, shifted[row - 1], above, cost, new byte[cost.length]);
      if (row >= to && isParallel(cost, costs[row])) {
        // The rest has the same words as before, so it adds the same.
        return distance() + cost[0] - costs[row][0];
      }
      above = cost;
    }
    return above[above.length - 1];
  }

  private static boolean isParallel(int[] a, int[] b) {
    int difference = a[0] - b[0];
    for (int i = 1; i < a.length; i++) {
      if (a[i] - b[i] != difference) {
        return false;
      }
    }
    return true;
  }

  /// The cheapest way from the hypothesis to the reference.
  Alignment alignment() {
    var alignment = new Alignment(reference.length);
    int row = hypothesis.length;
    int column = reference.length;
    while (row > 0 || column > 0) {
      switch (row == 0 ? INSERT : operations[row][column - beam.from(row)]) {
        case REPLACE -> {
          row--;
          column--;
          alignment.pair(row, column, hypothesis[row] == reference[column]);
        }
        case DELETE -> alignment.delete(--row);
        case INSERT -> alignment.insert(--column, row - 1);
        default -> throw new IllegalStateException("no way to cell " + row + ", " + column);
      }
    }
    return alignment;
  }
}

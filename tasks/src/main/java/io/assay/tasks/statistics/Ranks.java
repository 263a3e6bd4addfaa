package io.assay.tasks.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Ranks from 1 on. `-0.0` and `0.0` are equal.
public final class Ranks {

  private Ranks() {}

  /// The places of values in ascending order; equal ones stay in their order.
  public static int[] order(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted((a, b) -> compare(values[a], values[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int compare(double a, double b) {
    return a == b ? 0 : Double.compare(a, b);
  }

  /// Each value's rank; equal values share the mean of theirs.
  public static double[] average(double[] values) {
    int[] order = order(values);
    var ranks = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int to = endOfTie(values, order, from);
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  /// Each value's rank among the different values; equal values have the same.
  public static int[] dense(double[] values) {
    int[] order = order(values);
    var ranks = new int[values.length];
    int from = 0;
    int rank = 0;
    while (from < order.length) {
      int to = endOfTie(values, order, from);
      rank++;
      for (int i = from; i < to; i++) {
        ranks[order[i]] = rank;
      }
      from = to;
    }
    return ranks;
  }

  static void requirePairs(double[] x, double[] y) {
    PearsonTest.requirePairs(x, y);
    for (int i = 0; i < x.length; i++) {
      if (Double.isNaN(x[i]) || Double.isNaN(y[i])) {
        throw new IllegalArgumentException("pair " + i + " holds no number, which has no rank");
      }
    }
  }

  /// How many values are equal, for each different one.
  static IntStream tieSizes(double[] values) {
    int[] counts = new int[values.length + 1];
    for (int rank : dense(values)) {
      counts[rank]++;
    }
    return Arrays.stream(counts).filter(count -> count > 0);
  }

  private static int endOfTie(double[] values, int[] order, int from) {
    int to = from + 1;
    while (to < order.length && values[order[to]] == values[order[from]]) {
      to++;
    }
    return to;
  }
}

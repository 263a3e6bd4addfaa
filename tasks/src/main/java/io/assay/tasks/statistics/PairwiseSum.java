package io.assay.tasks.statistics;

/// Sums in NumPy's order of additions: halves are summed apart, so that rounding errors grow with
/// the logarithm of the count. Equal to NumPy's to the last bit, which matters where sums are
/// compared with each other: a resample that repeats the sample must not differ from it.
public final class PairwiseSum {

  private static final int LANES = 8;
  private static final int BLOCK = 128;

  private PairwiseSum() {}

  /// The sum; 0 of nothing.
  public static double of(double... values) {
    return of(values, 0, values.length);
  }

  /// The mean; not a number for no values.
  public static double mean(double... values) {
    return of(values) / values.length;
  }

  private static double of(double[] values, int from, int count) {
    if (count < LANES) {
      return inOrder(0, values, from, count);
    }
    if (count <= BLOCK) {
      return inLanes(values, from, count);
    }
    int half = count / 2;
    half -= half % LANES;
    return of(values, from, half) + of(values, from + half, count - half);
  }

  private static double inOrder(double start, double[] values, int from, int count) {
    double sum = start;
    for (int i = from; i < from + count; i++) {
      sum += values[i];
    }
    return sum;
  }

  private static double inLanes(double[] values, int from, int count) {
    double a = values[from];
    double b = values[from + 1];
    double c = values[from + 2];
    double d = values[from + 3];
    double e = values[from + 4];
    double f = values[from + 5];
    double g = values[from + 6];
    double h = values[from + 7];
    int whole = count - count % LANES;
    for (int i = from + LANES; i < from + whole; i += LANES) {
      a += values[i];
      b += values[i + 1];
      c += values[i + 2];
      d += values[i + 3];
      e += values[i + 4];
      f += values[i + 5];
      g += values[i + 6];
      h += values[i + 7];
    }
    double lanes = ((a + b) + (c + d)) + ((e + f) + (g + h));
    return inOrder(lanes, values, from + whole, count - whole);
  }
}

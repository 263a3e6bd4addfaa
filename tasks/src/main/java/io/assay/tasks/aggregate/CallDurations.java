package io.assay.tasks.aggregate;

import java.util.OptionalDouble;

/// Quantiles of durations, from a histogram with logarithmic buckets: a quantile is off by 2% at
/// most. Durations can be taken away again.
final class CallDurations {

  private static final double GROWTH = 1.04;
  private static final double LOWEST_MILLIS = 0.01;
  private static final int BUCKETS = 640;

  private final long[] counts = new long[BUCKETS];
  private long total;

  /// Counts a duration `n` times more, or fewer if negative.
  ///
  /// @param millis not counted where it is not a number
  void count(double millis, int n) {
    if (!Double.isNaN(millis)) {
      counts[bucket(millis)] += n;
      total += n;
    }
  }

  private static int bucket(double millis) {
    double above = Math.log(Math.max(millis, LOWEST_MILLIS) / LOWEST_MILLIS) / Math.log(GROWTH);
    return (int) Math.min(above, BUCKETS - 1);
  }

  /// The duration that this share of calls does not exceed, in milliseconds; empty without calls.
  OptionalDouble quantile(double probability) {
    long wanted = Math.max(1, (long) Math.ceil(probability * total));
    long seen = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      seen += counts[bucket];
      if (total > 0 && seen >= wanted) {
        return OptionalDouble.of(LOWEST_MILLIS * Math.pow(GROWTH, bucket + 0.5));
      }
    }
    return OptionalDouble.empty();
  }
}

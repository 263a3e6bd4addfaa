package io.assay.tasks.aggregate;

import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import java.util.Arrays;

/// What a table keeps of each row apart from contributions, in columns of primitives.
final class RowColumns {

  private Status[] status = new Status[64];
  private boolean[] redelivered = new boolean[64];
  private long[] cluster = new long[64];
  private double[] callMillis = new double[64];
  private long[] inputTokens = new long[64];
  private long[] outputTokens = new long[64];
  private double[] cost = new double[64];
  private final ConsultedColumns consulted = new ConsultedColumns();

  /// Writes a row.
  ///
  /// @param clusterHash hash of the score's cluster
  void set(int row, Score score, long clusterHash) {
    if (row >= status.length) {
      grow(Math.max(row + 1, 2 * status.length));
    }
    Long input = score.usage().inputTokens();
    Long output = score.usage().outputTokens();
    Double dollars = score.usage().cost();
    Double millis = score.callMillis();
    status[row] = score.status();
    redelivered[row] = score.redelivered();
    cluster[row] = clusterHash;
    callMillis[row] = millis == null ? Double.NaN : millis;
    inputTokens[row] = input == null ? UsageTotals.UNKNOWN_TOKENS : input;
    outputTokens[row] = output == null ? UsageTotals.UNKNOWN_TOKENS : output;
    cost[row] = dollars == null ? UsageTotals.UNKNOWN_COST : dollars;
    consulted.set(row, score.consulted());
  }

  private void grow(int length) {
    status = Arrays.copyOf(status, length);
    redelivered = Arrays.copyOf(redelivered, length);
    cluster = Arrays.copyOf(cluster, length);
    callMillis = Arrays.copyOf(callMillis, length);
    inputTokens = Arrays.copyOf(inputTokens, length);
    outputTokens = Arrays.copyOf(outputTokens, length);
    cost = Arrays.copyOf(cost, length);
  }

  Status status(int row) {
    return status[row];
  }

  boolean redelivered(int row) {
    return redelivered[row];
  }

  long cluster(int row) {
    return cluster[row];
  }

  double callMillis(int row) {
    return callMillis[row];
  }

  /// Counts a row's usage (`sign` 1) or takes it away (-1).
  void countUsage(int row, UsageTotals totals, int sign) {
    totals.count(inputTokens[row], outputTokens[row], cost[row], sign);
  }

  /// Counts what judges used for a row (`sign` 1) or takes it away (-1).
  void countConsulted(int row, ConsultedTotals totals, int sign) {
    consulted.count(row, totals, sign);
  }
}

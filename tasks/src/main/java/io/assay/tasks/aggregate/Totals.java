package io.assay.tasks.aggregate;

/// What is counted over the rows of all tasks.
final class Totals {

  final UsageTotals usage = new UsageTotals();
  final ConsultedTotals consulted = new ConsultedTotals();
  final CallDurations durations = new CallDurations();
  private long redelivered;

  /// Counts a row (`sign` 1) or takes it away (-1).
  void count(RowColumns rows, int row, int sign) {
    redelivered += rows.redelivered(row) ? sign : 0;
    durations.count(rows.callMillis(row), sign);
    rows.countUsage(row, usage, sign);
    rows.countConsulted(row, consulted, sign);
  }

  long redelivered() {
    return redelivered;
  }
}

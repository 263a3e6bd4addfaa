package io.assay.tasks.embedding;

/// The mutual information that random clusterings with given sizes have on average, by the
/// hypergeometric distribution of each overlap.
final class ExpectedInformation {

  private final double[] logFactorials;
  private final int total;

  private ExpectedInformation(int total) {
    this.total = total;
    this.logFactorials = new double[total + 1];
    for (int i = 2; i <= total; i++) {
      logFactorials[i] = logFactorials[i - 1] + Math.log(i);
    }
  }

  /// In nats.
  static double of(long[] classes, long[] clusters, long total) {
    var expected = new ExpectedInformation(Math.toIntExact(total));
    double sum = 0;
    for (long classSize : classes) {
      for (long clusterSize : clusters) {
        sum += expected.ofCell((int) classSize, (int) clusterSize);
      }
    }
    return sum;
  }

  private double ofCell(int a, int b) {
    double fixed =
        logFactorials[a]
            + logFactorials[b]
            + logFactorials[total - a]
            + logFactorials[total - b]
            - logFactorials[total];
    double sum = 0;
    for (int overlap = Math.max(1, a + b - total); overlap <= Math.min(a, b); overlap++) {
      double chance =
          Math.exp(
              fixed
                  - logFactorials[overlap]
                  - logFactorials[a - overlap]
                  - logFactorials[b - overlap]
                  - logFactorials[total - a - b + overlap]);
      double information = Math.log((double) total * overlap / ((double) a * b));
      sum += (double) overlap / total * information * chance;
    }
    return sum;
  }
}

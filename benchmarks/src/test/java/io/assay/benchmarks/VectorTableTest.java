package io.assay.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.benchmarks.Measurement.Effort;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/// Does not say how fast anything is.
class VectorTableTest {

  private static final Effort ONE = new Effort(0, 0, 1, TimeValue.milliseconds(1));

  @Test
  void aRowIsMeasuredByJmhAndPrintedBesideItsReference() throws RunnerException {
    VectorTable.Row row = VectorTable.rows().getFirst();

    String line = VectorTable.line(row, VectorTable.measure(row, ONE));

    assertThat(line).startsWith("| SSIM, Gaussian, 256×256 RGB | ").contains("(scikit-image)");
  }

  @Test
  void everyRowNamesOneBenchmark() throws RunnerException {
    for (VectorTable.Row row : VectorTable.rows()) {
      var small =
          new VectorTable.Row(
              row.title(), row.benchmark(), row.method(), small(row), row.seconds(), "");

      assertThat(VectorTable.measure(small, ONE).perSecond()).as(row.title()).isPositive();
    }
  }

  private static Map<String, String> small(VectorTable.Row row) {
    if (row.benchmark() == FrechetBenchmark.class) {
      return Map.of("dimension", "8");
    }
    return row.benchmark() == RetrievalBenchmark.class
        ? Map.of("passages", "300", "queries", "3", "dimensions", "5")
        : row.parameters();
  }
}

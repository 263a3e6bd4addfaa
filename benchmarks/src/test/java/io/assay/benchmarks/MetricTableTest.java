package io.assay.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.benchmarks.Measurement.Effort;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/// Does not say how fast anything is.
class MetricTableTest {

  private static final Effort ONE = new Effort(0, 0, 1, TimeValue.milliseconds(50));

  private static final Blackhole HOLE =
      new Blackhole(
          "Today's password is swordfish. I understand instantiating Blackholes directly is"
              + " dangerous.");

  @Test
  void aRowIsMeasuredByJmhAndPrintedBesideItsReference() throws RunnerException {
    List<Measurement> measured =
        MetricTable.measure(new MetricTable.Choice(ONE, "", List.of(JudgedMetric.WER)));

    assertThat(measured).hasSize(1);
    assertThat(measured.getFirst().parameter()).isEqualTo("WER");
    assertThat(measured.getFirst().perSecond()).isPositive();
    assertThat(measured.getFirst().bytes()).isPositive();
    assertThat(MetricTable.table(measured).lines().skip(2))
        .singleElement()
        .asString()
        .startsWith("| WER (jiwer, a call a pair) | ")
        .contains("| 20,500 |");
  }

  @Test
  void everyMetricJudgesThePairs() throws Exception {
    for (JudgedMetric row : JudgedMetric.values()) {
      var benchmark = new MetricBenchmark();
      benchmark.row = row;
      benchmark.read();
      assertThatNoException()
          .as(row.title())
          .isThrownBy(() -> benchmark.judge(HOLE, new ProcessorTime()));
    }
  }

  @Test
  void anUnknownRowIsRefusedWithTheRowsThereAre() {
    assertThatThrownBy(() -> MetricTable.Choice.parse("--only", "BLUE"))
        .hasMessageContaining("BLUE")
        .hasMessageContaining("BLEU");
  }
}

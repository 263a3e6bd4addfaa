package io.assay.tasks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ClusteredMeanTest {

  /// Expected value from statsmodels: a regression on a constant with clustered covariance.
  @Test
  void itIsTheSandwichEstimate() {
    var mean =
        ClusteredMean.of(
            new double[] {1, 0, 1, 1, 0, 1, 0, 0, 1, 1},
            List.of("0", "0", "0", "1", "1", "2", "2", "2", "3", "4"));

    assertThat(mean.mean()).isEqualTo(0.6);
    assertThat(mean.clusters()).isEqualTo(5);
    assertThat(mean.standardError()).hasValueCloseTo(0.11401754250991379, within(1e-12));
    assertThat(mean.interval(0.95).orElseThrow().high())
        .isCloseTo(0.6 + 2.7764451051977934 * 0.11401754250991379, within(1e-9));
  }

  @RepeatedTest(10)
  void withOneSampleAClusterItIsTheUsualOne(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    double[] values = random.doubles(2 + random.nextInt(50)).toArray();
    List<String> own = IntStream.range(0, values.length).mapToObj(Integer::toString).toList();

    assertThat(ClusteredMean.of(values, own).standardError().orElseThrow())
        .isCloseTo(Summary.of(values).standardError().orElseThrow(), within(1e-12));
  }

  @Test
  void oneClusterSaysNothingOfTheError() {
    assertThat(ClusteredMean.of(new double[] {1, 2}, List.of("a", "a")).standardError()).isEmpty();
    assertThat(ClusteredMean.of(new double[] {1, 2}, List.of("a", "a")).interval(0.9)).isEmpty();
    assertThatThrownBy(() -> ClusteredMean.of(new double[] {1}, List.of()))
        .hasMessageContaining("1 values have 0 cluster ids");
  }
}

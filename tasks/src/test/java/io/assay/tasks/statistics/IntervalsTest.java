package io.assay.tasks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.tasks.Golden;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntervalsTest {

  @Test
  void wilsonAgreesWithStatsmodels() {
    Golden.rows("proportion_ci.jsonl")
        .forEach(row ->
            near(
                row,
                Intervals.wilson(
                    row.at("/inputs/successes").asDouble(),
                    row.at("/inputs/trials").asDouble(),
                    row.at("/params/confidence").asDouble()),
                row.at("/expected/wilson")));
  }

  /// Rows tagged `large` have means a billion times their spread, which sums of squares in double
  /// precision cannot hold; no metric's values are like that.
  @Test
  void theMeansIntervalAgreesWithScipy() {
    Golden.rows("mean_stderr.jsonl")
        .filter(row -> row.at("/expected").has("ci95_t"))
        .filter(row -> !row.path("tags").toString().contains("large"))
        .forEach(row -> {
          double[] values = Golden.numbers(row.at("/inputs/values"));
          var sum = new ExactSum();
          var squares = new ExactSum();
          for (double value : values) {
            sum.add(value);
            squares.add(value * value);
          }
          near(
              row,
              Intervals.mean(sum.value(), squares.value(), values.length, 0.95),
              row.at("/expected/ci95_t"));
        });
  }

  @Test
  void percentilesAgreeWithNumpy() {
    Golden.rows("bootstrap.jsonl")
        .filter(row -> row.path("metric").asText().equals("bootstrap_mean"))
        .forEach(row -> {
          double[] replicates = Golden.numbers(row.at("/expected/replicate_means"));
          near(row, Intervals.percentile(replicates, 0.95), row.at("/expected/percentile_95"));
          near(row, Intervals.percentile(replicates, 0.9), row.at("/expected/percentile_90"));
        });
  }

  private static void near(JsonNode row, Optional<Interval> actual, JsonNode expected) {
    double[] ends = Golden.numbers(expected);
    double tolerance = 1e-7 * Arrays.stream(ends).map(Math::abs).max().orElse(1) + 1e-12;
    assertThat(actual).as(row.path("id").asText()).isPresent();
    assertThat(actual.orElseThrow().low())
        .as(row.path("id").asText())
        .isCloseTo(ends[0], within(tolerance));
    assertThat(actual.orElseThrow().high())
        .as(row.path("id").asText())
        .isCloseTo(ends[1], within(tolerance));
  }

  @Test
  void nothingMeasuredHasNoInterval() {
    assertThat(Intervals.wilson(0, 0, 0.95)).isEmpty();
    assertThat(Intervals.mean(1, 1, 1, 0.95)).isEmpty();
    assertThat(Intervals.percentile(new double[] {Double.NaN, 1}, 0.95)).isEmpty();
  }

  @Test
  void replicatesThatMostlyHaveNoValueGiveNoInterval() {
    double[] replicates = new double[1000];
    java.util.Arrays.fill(replicates, Double.NaN);
    java.util.Arrays.fill(replicates, 0, 499, 0.5);

    assertThat(Intervals.percentile(0.5, replicates, 0.95)).isEmpty();
    replicates[499] = 0.5;
    assertThat(Intervals.percentile(0.5, replicates, 0.95)).isPresent();
  }

  @Test
  void aBiasedBootstrapIsMovedBackAroundTheEstimate() {
    double[] replicates = new double[1000];
    for (int i = 0; i < replicates.length; i++) {
      replicates[i] = 0.6 + 0.1 * i / 999;
    }

    var moved = Intervals.percentile(0.5, replicates, 0.95).orElseThrow();
    assertThat(moved.low()).isCloseTo(0.4525, within(1e-9));
    assertThat(moved.high()).isCloseTo(0.5475, within(1e-9));
    assertThat(Intervals.percentile(0.645, replicates, 0.95))
        .isEqualTo(Intervals.percentile(replicates, 0.95)); // off by less than a quarter
    assertThat(Intervals.percentile(0.5, new double[] {0.7, 0.7}, 0.95).orElseThrow().low())
        .isEqualTo(0.7);
  }
}

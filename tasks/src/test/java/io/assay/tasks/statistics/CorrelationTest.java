package io.assay.tasks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.tasks.Golden;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CorrelationTest {

  @Test
  void itAgreesWithScipy() {
    Golden.rows("embeddings/correlation.jsonl")
        .filter(CorrelationTest::isFinite)
        .forEach(this::check);
  }

  private static boolean isFinite(JsonNode row) {
    return Arrays.stream(Golden.numbers(row.at("/input/x"))).allMatch(Double::isFinite)
        && row.at("/input/x").size() == row.at("/input/y").size();
  }

  private void check(JsonNode row) {
    var pairs =
        Correlation.of(Golden.numbers(row.at("/input/x")), Golden.numbers(row.at("/input/y")));
    near(row, "pearson", pairs.pearson());
    near(row, "spearman", pairs.spearman());
  }

  private static void near(JsonNode row, String which, OptionalDouble actual) {
    JsonNode expected = row.at("/expected/" + which);
    String id = row.path("id").asText() + " " + which;
    if (Golden.isError(expected) || Double.isNaN(Golden.number(expected))) {
      assertThat(actual).as(id).isEmpty();
    } else {
      assertThat(actual.orElse(Double.NaN)).as(id).isCloseTo(Golden.number(expected), within(1e-9));
    }
  }

  @Test
  void whatIsNotFiniteIsRefused() {
    assertThatThrownBy(() -> Correlation.of(new double[] {Double.NaN}, new double[] {1}))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> Correlation.of(new double[] {1, 2}, new double[] {1}))
        .hasMessageContaining("2 with 1");
  }

  @RepeatedTest(20)
  void aWeightIsARepetition(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int n = 3 + random.nextInt(30);
    double[] x = IntStream.range(0, n).mapToDouble(_ -> random.nextInt(8)).toArray();
    double[] y = IntStream.range(0, n).mapToDouble(_ -> random.nextGaussian()).toArray();
    int[] weights = IntStream.range(0, n).map(_ -> random.nextInt(4)).toArray();
    int[] repeated =
        IntStream.range(0, n).flatMap(i -> IntStream.range(0, weights[i]).map(_ -> i)).toArray();
    var written =
        Correlation.of(
            Arrays.stream(repeated).mapToDouble(i -> x[i]).toArray(),
            Arrays.stream(repeated).mapToDouble(i -> y[i]).toArray());

    var weighted = Correlation.of(x, y);

    assertThat(weighted.pearson(weights).orElse(9))
        .isCloseTo(written.pearson().orElse(9), within(1e-12));
    assertThat(weighted.spearman(weights).orElse(9))
        .isCloseTo(written.spearman().orElse(9), within(1e-12));
  }
}

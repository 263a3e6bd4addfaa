package io.assay.tasks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.tasks.statistics.CohenKappa.Weighting;
import io.assay.tasks.statistics.KrippendorffAlpha.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {

  @ParameterizedTest
  @CsvSource({
    "NONE, 0.5454545454545454",
    "LINEAR, 0.5555555555555556",
    "QUADRATIC, 0.5652173913043479"
  })
  void kappaIsThatOfScikitLearn(Weighting weighting, double expected) {
    assertThat(
            CohenKappa.of(
                    List.of("A", "A", "B", "B", "C", "A", "B", "C", "C", "A"),
                    List.of("A", "B", "B", "B", "C", "A", "C", "C", "A", "A"),
                    weighting)
                .orElseThrow())
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void whereNobodyCanDisagreeThereIsNoKappa() {
    assertThat(CohenKappa.of(List.of("A"), List.of("A"), Weighting.NONE)).isEmpty();
    assertThat(CohenKappa.of(List.<String>of(), List.of(), Weighting.NONE)).isEmpty();
    assertThatThrownBy(() -> CohenKappa.of(List.of("A"), List.of(), Weighting.NONE))
        .hasMessageContaining("1 labels cannot be compared with 0");
  }

  /// Example C of Krippendorff's "Computing Krippendorff's alpha-reliability", to its three digits.
  @ParameterizedTest
  @CsvSource({"NOMINAL, 0.743", "ORDINAL, 0.815", "INTERVAL, 0.849", "RATIO, 0.797"})
  void alphaIsThatOfItsPublication(Level level, double expected) {
    List<double[]> ratings =
        List.of(
            new double[] {1, 1, 1},
            new double[] {2, 2, 3, 2},
            new double[] {3, 3, 3, 3},
            new double[] {3, 3, 3, 3},
            new double[] {2, 2, 2, 2},
            new double[] {1, 2, 3, 4},
            new double[] {4, 4, 4, 4},
            new double[] {1, 1, 2, 1},
            new double[] {2, 2, 2, 2},
            new double[] {5, 5, 5},
            new double[] {1, 1},
            new double[] {3});

    assertThat(KrippendorffAlpha.of(ratings, level).orElseThrow())
        .isCloseTo(expected, within(5e-4));
  }

  @Test
  void whereNoRatingsCanDifferThereIsNoAlpha() {
    assertThat(KrippendorffAlpha.of(List.of(), Level.NOMINAL)).isEmpty();
    assertThat(KrippendorffAlpha.of(List.of(new double[] {1}, new double[0]), Level.NOMINAL))
        .isEmpty();
    assertThat(KrippendorffAlpha.of(List.of(new double[] {0.0, -0.0}), Level.INTERVAL)).isEmpty();
    assertThatThrownBy(
            () -> KrippendorffAlpha.of(List.of(new double[] {1, Double.NaN}), Level.ORDINAL))
        .hasMessageContaining("value 1 is NaN");
  }

  @RepeatedTest(10)
  void alphaIsTheSameForAnyOrderAndAllFullAgreementIsOne(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    List<double[]> ratings = new ArrayList<>();
    List<double[]> agreed = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int raters = 2 + random.nextInt(4);
      double value = i % 5;
      ratings.add(IntStream.range(0, raters).mapToDouble(_ -> random.nextInt(5)).toArray());
      agreed.add(IntStream.range(0, raters).mapToDouble(_ -> value).toArray());
    }
    for (Level level : Level.values()) {
      double alpha = KrippendorffAlpha.of(ratings, level).orElseThrow();
      Collections.shuffle(ratings, random);
      assertThat(KrippendorffAlpha.of(ratings, level).orElseThrow())
          .isCloseTo(alpha, within(1e-12));
      assertThat(KrippendorffAlpha.of(agreed, level)).hasValue(1);
    }
  }
}

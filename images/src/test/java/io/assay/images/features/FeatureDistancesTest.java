package io.assay.images.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FeatureDistancesTest {

  private static List<double[]> rows(Random random, int count, int dimension, double shift) {
    return IntStream.range(0, count)
        .mapToObj(_ -> random.doubles(dimension).map(x -> x * x + shift).toArray())
        .toList();
  }

  @RepeatedTest(10)
  void partsInAnyOrderGiveTheMomentsOfTheWhole(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    List<double[]> rows = rows(random, 50, 4, 1e6);
    FeatureMoments whole = FeatureMoments.of(Features.of(rows));
    List<FeatureMoments> parts = new ArrayList<>();
    for (int from = 0; from < rows.size(); ) {
      int to = Math.min(rows.size(), from + 1 + random.nextInt(20));
      parts.add(FeatureMoments.of(Features.of(rows.subList(from, to))));
      from = to;
    }
    Collections.shuffle(parts, random);

    FeatureMoments merged = parts.stream().reduce(FeatureMoments.none(4), FeatureMoments::plus);

    assertThat(merged.count()).isEqualTo(50);
    for (int i = 0; i < 4; i++) {
      assertThat(merged.mean()[i]).isCloseTo(whole.mean()[i], within(1e-8));
      for (int j = 0; j < 4; j++) {
        assertThat(merged.covariance(i, j)).isCloseTo(whole.covariance(i, j), within(1e-9));
      }
    }
  }

  @RepeatedTest(10)
  void fewPicturesHaveTheSameDistanceEitherWay(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    Features first = Features.of(rows(random, 6, 12, 0));
    Features second = Features.of(rows(random, 9, 12, 0.3));

    double byMoments =
        FrechetDistance.of(FeatureMoments.of(first), FeatureMoments.of(second)).value();

    assertThat(FrechetDistance.of(first, second).value()).isCloseTo(byMoments, within(1e-6));
  }

  @Test
  void theDistanceOfShiftedSetsIsTheSquaredShift() {
    Features first = Features.of(rows(new Random(1), 40, 3, 0));
    Features second = Features.of(rows(new Random(1), 40, 3, 2));

    assertThat(FrechetDistance.of(first, second).value()).isCloseTo(12, within(1e-9));
    assertThat(FrechetDistance.of(second, first).value()).isCloseTo(12, within(1e-9));
    assertThat(FrechetDistance.of(first, first).value()).isCloseTo(0, within(1e-9));
  }

  @Test
  void setsWithoutACovarianceAreRefused() {
    Features one = Features.of(List.of(new double[] {1, 2}));
    Features some = Features.of(rows(new Random(1), 5, 2, 0));
    Features broken = Features.of(List.of(new double[] {1, Double.NaN}, new double[] {1, 2}));
    Features other = Features.of(rows(new Random(1), 5, 3, 0));

    assertThatThrownBy(() -> FrechetDistance.of(one, some)).hasMessageContaining("two pictures");
    assertThatThrownBy(() -> FrechetDistance.of(some, broken)).hasMessageContaining("finite");
    assertThatThrownBy(() -> FrechetDistance.of(some, other))
        .hasMessage("features have 2 and 3 dimensions");
    assertThatThrownBy(() -> Features.of(List.of(new double[1], new double[2])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void kernelDistancesOfManyPicturesNeedNoSquareOfMemory() {
    Features first = Features.of(rows(new Random(1), 1500, 8, 0));
    Features second = Features.of(rows(new Random(2), 1400, 8, 0));
    KernelDistance.OfSubsets subsets = KernelDistance.ofSubsets(first, second, 50, 200, 7);

    assertThat(subsets.mean())
        .isCloseTo(KernelDistance.of(first, second), within(subsets.deviation()))
        .isEqualTo(KernelDistance.ofSubsets(first, second, 50, 200, 7).mean());
  }
}

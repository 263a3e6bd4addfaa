package io.assay.tasks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PairedTestsTest {

  @Test
  void equalSystemsAreNotSignificant() {
    var same = Differences.of(new double[] {1, 0, 1}, new double[] {1, 0, 1});

    assertThat(same.studentT()).isEmpty();
    assertThat(same.sign().p()).isEqualTo(1);
    assertThat(SignFlips.exact(same).twoSided()).isEqualTo(1);
    assertThat(Wilcoxon.of(same).twoSided().p()).isEqualTo(1);
    assertThat(new McNemar(0, 0).exact().p()).isEqualTo(1);
    assertThat(new McNemar(0, 0).chiSquared()).isEmpty();
  }

  @Test
  void unfitScoresAreNamed() {
    assertThatThrownBy(() -> Differences.of(new double[] {1}, new double[0]))
        .hasMessageContaining("1 scores cannot be paired with 0");
    assertThatThrownBy(() -> Differences.of(new double[0], new double[0]))
        .hasMessageContaining("no values");
    assertThatThrownBy(() -> SignFlips.exact(Differences.of(new double[25], new double[25])))
        .hasMessageContaining("25 differences");
    assertThatThrownBy(() -> new McNemar(-1, 0)).hasMessageContaining("none below 0");
  }

  /// The sum of 0.1, 0.2 and -0.3 is not 0 in doubles; equal assignments must count as equal.
  @Test
  void signsWhoseSumsDifferByRoundingAreEquallyExtreme() {
    var flips =
        SignFlips.exact(Differences.of(new double[] {0.1, 0.2, 0}, new double[] {0, 0, 0.3}));

    assertThat(flips.twoSided()).isEqualTo(1);
    assertThat(flips.greater()).isEqualTo(5.0 / 8);
    assertThat(flips.less()).isEqualTo(5.0 / 8);
  }

  @RepeatedTest(5)
  void sampledFlipsComeNearAllFlips(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var differences =
        Differences.of(
            random.doubles(12).toArray(), random.doubles(12).map(x -> x * 0.9).toArray());

    SignFlips all = SignFlips.exact(differences);
    SignFlips some = SignFlips.sampled(differences, 20_000, run.getCurrentRepetition());

    assertThat(all.assignments()).isEqualTo(4096);
    assertThat(some.twoSided()).isCloseTo(all.twoSided(), within(0.02));
    assertThat(some.greater()).isCloseTo(all.greater(), within(0.02));
    assertThat(some.less()).isCloseTo(all.less(), within(0.02));
  }

  /// Expected values from scipy.stats.wilcoxon(method="asymptotic").
  @Test
  void wilcoxonAllowsForTies() {
    var ties =
        Wilcoxon.of(
            Differences.of(
                new double[] {3, 1, 4, 1, 5, 9, 2, 6, 5, 3},
                new double[] {2, 7, 1, 8, 2, 8, 1, 8, 2, 8}));

    assertThat(ties.canBeExact()).isFalse();
    assertThat(ties.twoSided().statistic()).isEqualTo(24.0);
    assertThat(ties.twoSided().p()).isCloseTo(0.7198787366795968, within(1e-12));
  }

  @Test
  void exchangedSegmentsGiveTheSameDifferenceToTheLastBit() {
    var random = new Random(3);
    double[][] first = new double[50][];
    double[][] second = new double[50][];
    Arrays.setAll(first, _ -> random.doubles(2).toArray());
    Arrays.setAll(second, _ -> random.doubles(2).toArray());
    SumScore ratio = sums -> sums[0] / sums[1];
    boolean[][] keep = new boolean[2][50];
    Arrays.fill(keep[1], true);

    var result = new SegmentSums(first, ratio).randomized(new SegmentSums(second, ratio), keep);

    assertThat(result.trials()).containsExactly(result.difference(), result.difference());
    assertThat(result.p()).isEqualTo(1.0 / 3);
  }

  @Test
  void resampledSegmentsAreScoredByTheirSums() {
    var sums = new SegmentSums(new double[][] {{1, 2}, {3, 4}}, each -> each[0] / each[1]);

    assertThat(sums.score()).isEqualTo(4.0 / 6);
    assertThat(sums.replicates(new int[][] {{0, 0}, {1, 0}})).containsExactly(0.5, 4.0 / 6);
    assertThat(SegmentSums.decisions(2, 3, 1)).hasDimensions(3, 2);
  }

  @Test
  void theBootstrapIsTheSameForASeed() {
    int[][] resamples = Bootstrap.resamples(10, 5, 42);

    assertThat(resamples).isDeepEqualTo(Bootstrap.resamples(10, 5, 42)).hasDimensions(5, 10);
    assertThat(
            Bootstrap.accelerated(new double[] {1, 1}, new double[] {1, 1}, PairwiseSum::mean, 0.9))
        .isEmpty();
    assertThat(Bootstrap.accelerated(new double[] {1}, new double[] {1, 1}, PairwiseSum::mean, 0.9))
        .isEmpty();
  }
}

package io.assay.tasks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

  /// At the optimum the loss does not fall in any direction: expected classes' shares are met,
  /// since the intercept is not penalised.
  @RepeatedTest(10)
  void theInterceptMeetsTheShareOfEachClass(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int classes = 2 + run.getCurrentRepetition() % 3;
    double[][] rows = new double[40][];
    Arrays.setAll(rows, _ -> random.doubles(5, -2, 2).toArray());
    int[] labels =
        IntStream.range(0, 40).map(i -> i < classes ? i : random.nextInt(classes)).toArray();

    var model =
        LogisticRegression.ofClasses(
            rows, labels, classes, LogisticRegression.Settings.converged(1));

    for (int k = 0; k < classes; k++) {
      int label = k;
      double expected = Arrays.stream(rows).mapToDouble(row -> model.chances(row)[label]).sum();
      assertThat(expected)
          .isCloseTo(
              (double) Arrays.stream(labels).filter(each -> each == label).count(), within(1e-6));
    }
  }

  @Test
  void separableClassesAreTold() {
    double[][] rows = {{0, 0}, {0, 1}, {5, 0}, {5, 1}, {0, 9}, {1, 9}};
    int[] labels = {0, 0, 1, 1, 2, 2};

    var model =
        LogisticRegression.ofClasses(rows, labels, 3, LogisticRegression.Settings.converged(10));

    assertThat(Arrays.stream(rows).mapToInt(model::classOf)).containsExactly(0, 0, 1, 1, 2, 2);
  }

  @Test
  void unfitExamplesAreNamed() {
    assertThatThrownBy(() ->
            LogisticRegression.ofClasses(
                new double[][] {{1}}, new int[] {0}, 1, LogisticRegression.Settings.DEFAULT))
        .hasMessageContaining("1 class");
    assertThatThrownBy(() ->
            LogisticRegression.ofClasses(
                new double[][] {{1}}, new int[] {0, 1}, 2, LogisticRegression.Settings.DEFAULT))
        .hasMessageContaining("1 examples have 2 labels");
    assertThatThrownBy(() ->
            LogisticRegression.ofClasses(
                new double[][] {{1}, {Double.NaN}},
                new int[] {0, 1},
                2,
                LogisticRegression.Settings.DEFAULT))
        .hasMessageContaining("NaN");
  }
}

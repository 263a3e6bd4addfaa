package io.assay.tasks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ExactSumTest {

  @Test
  void anEmptySumIsZero() {
    assertThat(new ExactSum().value()).isEqualTo(0.0);
  }

  @Test
  void whatCancelsLeavesNothingBehind() {
    var sum = new ExactSum();
    for (double value : new double[] {1e300, 1, -1e300, 1e-300, -1}) {
      sum.add(value);
    }
    assertThat(sum.value()).isEqualTo(1e-300);
  }

  @Test
  void halvesRoundToEven() {
    var sum = new ExactSum();
    sum.add(0x1p53);
    sum.add(1);
    assertThat(sum.value()).isEqualTo(0x1p53);
    sum.add(Double.MIN_VALUE);
    assertThat(sum.value()).isEqualTo(0x1p53 + 2);
    sum.subtract(Double.MIN_VALUE);
    sum.add(2);
    assertThat(sum.value()).isEqualTo(0x1p53 + 4);
  }

  @Test
  void aSumBeyondAllDoublesIsInfiniteAndComesBack() {
    var sum = new ExactSum();
    sum.add(Double.MAX_VALUE);
    sum.add(Double.MAX_VALUE);
    assertThat(sum.value()).isInfinite();
    sum.subtract(Double.MAX_VALUE);
    assertThat(sum.value()).isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void notANumberIsRefused() {
    assertThatThrownBy(() -> new ExactSum().add(Double.NaN)).hasMessageContaining("NaN");
  }

  @RepeatedTest(40)
  void itIsTheSumOfArbitraryPrecisionInAnyOrder(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    List<Double> values = anyDoubles(random, 400);
    BigDecimal expected =
        values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);

    Collections.shuffle(values, random);
    var sum = new ExactSum();
    values.forEach(sum::add);
    List<Double> more = anyDoubles(random, 100);
    more.forEach(sum::add);
    more.forEach(sum::subtract);

    assertThat(sum.value()).isEqualTo(expected.doubleValue());
  }

  private static List<Double> anyDoubles(Random random, int count) {
    var values = new ArrayList<Double>();
    int spread = 1 + random.nextInt(1000);
    while (values.size() < count) {
      double value =
          random.nextInt(10) == 0
              ? Double.longBitsToDouble(random.nextLong())
              : Math.scalb(random.nextGaussian(), random.nextInt(spread) - spread / 2);
      if (Double.isFinite(value)) {
        values.add(value);
      }
    }
    return values;
  }
}

package io.assay.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacerTest {

  private static final long SECOND = 1_000_000_000;

  private final Pacer pacer = new Pacer(0.1);

  @Test
  void withoutARateNobodyWaits() {
    assertThat(pacer.reserve(1e9, 0)).isZero();
    assertThat(pacer.reserve(1e9, 0)).isZero();
  }

  @Test
  void eachWaitsForThoseBefore() {
    pacer.rate(10);
    pacer.reserve(1, 0);
    pacer.reserve(1, 0);

    assertThat(pacer.reserve(1, 0)).isEqualTo(SECOND / 10);
  }

  @Test
  void noMoreThanTheBurstIsSavedUp() {
    pacer.rate(10);
    pacer.reserve(1, 0);

    assertThat(pacer.reserve(1, 60 * SECOND)).isZero();
    assertThat(pacer.reserve(1, 60 * SECOND)).isZero();
    assertThat(pacer.reserve(1, 60 * SECOND)).isEqualTo(SECOND / 10);
  }

  @Test
  void whatWasEstimatedTooHighIsGivenBack() {
    pacer.rate(10);
    pacer.reserve(100, 0);
    pacer.correct(-95);

    assertThat(pacer.reserve(1, 0)).isLessThanOrEqualTo(SECOND / 2);
  }
}

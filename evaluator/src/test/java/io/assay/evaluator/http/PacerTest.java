package io.assay.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacerTest {

  private static final long SECOND = 1_000_000_000;

  private final Pacer pacer = new Pacer(0.1);

  private long taken(double amount, long now) {
    long wait = pacer.until(now);
    pacer.take(amount, now + wait);
    return wait;
  }

  @Test
  void withoutARateNobodyWaits() {
    assertThat(taken(1e9, 0)).isZero();
    assertThat(taken(1e9, 0)).isZero();
  }

  @Test
  void eachWaitsForTheOneBefore() {
    pacer.rate(10);
    taken(1, 0);
    long first = taken(1, 0);

    assertThat(taken(1, first)).isEqualTo(SECOND / 10);
  }

  @Test
  void noMoreThanTheBurstIsSavedUp() {
    pacer.rate(10);
    taken(1, 0);

    assertThat(taken(1, 60 * SECOND)).isZero();
    assertThat(taken(1, 60 * SECOND)).isZero();
    assertThat(taken(1, 60 * SECOND)).isEqualTo(SECOND / 10);
  }

  @Test
  void whatWasEstimatedTooHighIsGivenBack() {
    pacer.rate(10);
    taken(100, 0);
    pacer.correct(-95);

    assertThat(pacer.until(0)).isLessThanOrEqualTo(SECOND / 2);
  }
}

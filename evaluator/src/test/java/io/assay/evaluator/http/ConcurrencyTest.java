package io.assay.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConcurrencyTest {

  private final Concurrency concurrency = new Concurrency(32, 1000);

  private void answers(int count, double millis) {
    for (int i = 0; i < count; i++) {
      concurrency.answered(millis, true);
    }
  }

  @Test
  void slowStartDoublesWithEachRoundOfAnswers() {
    answers(32, 500);
    assertThat(concurrency.limit()).isEqualTo(64);
    answers(64, 500);
    assertThat(concurrency.limit()).isEqualTo(128);
  }

  @Test
  void whatIsNotUsedDoesNotGrow() {
    for (int i = 0; i < 100; i++) {
      concurrency.answered(500, false);
    }

    assertThat(concurrency.limit()).isEqualTo(32);
  }

  @Test
  void anOverloadCutsOnceForAllThatWasUnderWay() {
    concurrency.overloaded(10, 100);
    concurrency.overloaded(20, 101);

    assertThat(concurrency.limit()).isEqualTo(22);
    concurrency.overloaded(102, 200);
    assertThat(concurrency.limit()).isEqualTo(15);
  }

  @Test
  void afterACutItGrowsByOneARound() {
    concurrency.overloaded(10, 100);
    answers(23, 500);

    assertThat(concurrency.limit()).isEqualTo(23);
  }

  @Test
  void growthStopsWhileAnswersAreMuchSlowerThanTheBest() {
    answers(32, 500);
    answers(64, 5000);
    int then = concurrency.limit();
    answers(500, 5000);

    assertThat(concurrency.limit()).isEqualTo(then);
  }

  @Test
  void itEndsAtItsUpperEndAndNeverBelowOne() {
    answers(5000, 1);
    assertThat(concurrency.limit()).isEqualTo(1000);
    for (int i = 0; i < 100; i++) {
      concurrency.overloaded(i * 10 + 1, i * 10 + 5);
    }
    assertThat(concurrency.limit()).isEqualTo(1);
  }

  @Test
  void aLowerUpperEndHoldsAtOnce() {
    concurrency.most(8);

    assertThat(concurrency.limit()).isEqualTo(8);
  }
}

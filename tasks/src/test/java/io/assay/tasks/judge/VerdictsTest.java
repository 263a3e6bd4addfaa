package io.assay.tasks.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictsTest {

  @Test
  void theLastRatingCountsSinceJudgesThinkFirst() {
    assertThat(Verdicts.rating("A [[3]] would be harsh.\nRating: [[7.5]]", 1, 10)).hasValue(7.5);
    assertThat(Verdicts.rating("**Rating:** 8/10", 1, 10)).hasValue(8);
    assertThat(Verdicts.rating("Score = 2", 1, 10)).hasValue(2);
  }

  @Test
  void aRatingOffTheScaleIsNoVerdict() {
    assertThat(Verdicts.rating("Rating: [[11]]", 1, 10)).isEmpty();
    assertThat(Verdicts.rating("Rating: [[-1]]", 1, 10)).isEmpty();
    assertThat(Verdicts.rating("", 1, 10)).isEmpty();
    assertThat(Verdicts.rating("ten out of ten", 1, 10)).isEmpty();
  }

  @Test
  void passAndFailAreUnderstoodInSeveralForms() {
    assertThat(Verdicts.pass("Could be [[FAIL]], but no. Verdict: [[PASS]]")).hasValue(true);
    assertThat(Verdicts.pass("verdict: fail")).hasValue(false);
    assertThat(Verdicts.pass("GRADE: C")).hasValue(true);
    assertThat(Verdicts.pass("GRADE: I")).hasValue(false);
    assertThat(Verdicts.pass("It passes, I think.")).isEmpty();
  }

  @Test
  void preferencesAreLettersInBrackets() {
    assertThat(Verdicts.preference("[[A]]")).hasValue(1);
    assertThat(Verdicts.preference("[[A]]? No: [[B]]")).hasValue(0);
    assertThat(Verdicts.preference("Verdict: [[C]]")).hasValue(0.5);
    assertThat(Verdicts.preference("Verdict: **B**")).hasValue(0);
    assertThat(Verdicts.preference("A is better")).isEmpty();
  }

  @Test
  void aLongReplyIsSearchedInLinearTime() {
    String hostile = "[[".repeat(200_000) + "rating ".repeat(100_000);
    assertThat(Verdicts.rating(hostile, 1, 10)).isEmpty();
    assertThat(Verdicts.pass(hostile)).isEmpty();
    assertThat(Verdicts.preference(hostile)).isEmpty();
  }
}

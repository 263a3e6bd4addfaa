package io.assay.tasks.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.event.Answer;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.TextCases;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquadF1Test implements MetricContract {

  private static final Metric FIRST = Metrics.create(MetricSpec.of("squad_f1"));
  private static final Metric SECOND =
      Metrics.create(Judging.spec("squad_f1", "{\"version\": \"v2\"}"));

  @Override
  public MetricSpec spec() {
    return MetricSpec.of("squad_f1");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return someWords(random, number);
  }

  static Case someWords(Random random, int number) {
    String[] words = {"cat", "dog", "the", "sat", "mat"};
    var answer = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      answer.append(words[random.nextInt(words.length)]).append(' ');
    }
    return new Case(TextCases.sample(number, "the cat sat"), new Answer.Text(answer.toString()));
  }

  @Test
  void theNearestTargetCountsAndIsShown() {
    var targets = JSON.arrayNode().add("a dog").add("cat and mouse");

    assertThat(Judging.value(FIRST, "The cat.", targets)).isCloseTo(0.5, within(1e-12));
    assertThat(Judging.judged(FIRST, "The cat.", targets).explanation())
        .isEqualTo("compared the words “cat” with “cat and mouse”");
  }

  @Test
  void wherePeopleFoundNoAnswerNoneIsRightInTheSecondVersionOnly() {
    assertThat(Judging.value(SECOND, "the", JSON.arrayNode())).isEqualTo(1);
    assertThat(Judging.value(SECOND, "cat", JSON.arrayNode())).isEqualTo(0);
    assertThat(Judging.value(FIRST, "the", Judging.text("the"))).isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "U.S.A.,usa",
        "the-cat,thecat",
        "a\u0301 b,\u0301|b",
        "“the” x,“|”|x",
        "The\u00a0cat\u3000An x,cat|x",
        "a_b an_,ab",
        "\u200bthe\u200b,\u200b|\u200b",
        "ΟΔΟΣ,οδος",
        "שלום the עולם,שלום|עולם",
        "😀an,😀",
        "theatre anathema,theatre|anathema",
      })
  void wordsAreThoseOfSquad(String text, String words) {
    assertThat(SquadWords.of(text)).isEqualTo(List.of(words.split("\\|")));
  }

  @Test
  void punctuationAndSpaceAloneAreNoWords() {
    assertThat(SquadWords.of("...\t! \u0085 a, an; the")).isEmpty();
    assertThat(SquadWords.of("")).isEmpty();
  }

  @Test
  void halfSurrogatesAreCharactersLikeOthers() {
    assertThat(SquadWords.of("\ud800the \udc00")).isEqualTo(List.of("\ud800", "\udc00"));
  }

  @Test
  void longTextsTakeTimeInProportion() {
    String text = "the “cat” sat ".repeat(300_000);

    assertThat(SquadVersion.V1.score(SquadWords.of(text), List.of(text)).f1()).isEqualTo(1);
  }
}

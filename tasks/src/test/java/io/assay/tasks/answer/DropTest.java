package io.assay.tasks.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.event.Answer;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.TextCases;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DropTest {

  private static MetricContract.Case anyCase(Random random, int number) {
    String answer = "about " + random.nextInt(3) + " yards";
    return new MetricContract.Case(TextCases.sample(number, "2 yards"), new Answer.Text(answer));
  }

  @Nested
  class F1 implements MetricContract {

    @Override
    public MetricSpec spec() {
      return MetricSpec.of("drop_f1");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return DropTest.anyCase(random, number);
    }

    @Test
    void aTargetsNumbersMustBeAmongTheAnswers() {
      Metric metric = Metrics.create(spec());

      assertThat(Judging.value(metric, "2.0 yards", Judging.text("2 yards"))).isEqualTo(1);
      assertThat(Judging.value(metric, "3 yards", Judging.text("2 yards"))).isEqualTo(0);
      assertThat(Judging.value(metric, "25 yards", Judging.text("25")))
          .isCloseTo(0.6667, within(1e-12));
    }

    @Test
    void blankTargetsDoNotCount() {
      assertThat(
              Metrics.create(spec())
                  .judge(Judging.sample(Judging.text(" \n")), new Answer.Text("")))
          .isInstanceOf(Judgement.Unjudgeable.class);
    }
  }

  @Nested
  class Em implements MetricContract {

    @Override
    public MetricSpec spec() {
      return Judging.spec("drop_em", "{\"extraction\": \"answer-line\"}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return DropTest.anyCase(random, number);
    }

    @Test
    void theAnswerCanBeTakenFromItsLine() {
      Metric metric = Metrics.create(spec());

      assertThat(Judging.value(metric, "so\nANSWER : the 49ers\nbye", Judging.text("49ers")))
          .isEqualTo(1);
      assertThat(Judging.value(metric, "the 49ers", Judging.text("49ers"))).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "25-yard, 25.0 yard",
    "'1,000', 1000.0",
    "-5, 5.0",
    "$7.10, 710.0",
    "the U.S. a, us",
    "1e3 1_000 nan, 1000.0 1000.0 nan",
    "١٢, 12.0",
    "½, ½",
  })
  void textsAreNormalisedAsDropDoes(String text, String normalized) {
    assertThat(DropAnswer.of(text).normalized()).isEqualTo(normalized);
  }

  @Test
  void longTextsTakeTimeInProportion() {
    assertThat(DropAnswer.of("9".repeat(2_000_000)).normalized()).isEqualTo("inf");
    assertThat(DropAnswer.of("7 cats-".repeat(200_000)).tokens()).containsExactly("7.0", "cats");
  }
}

package io.assay.tasks.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.event.Answer;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.TextCases;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexMatchTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return Judging.spec("regex_match", "{\"pattern\": \"[24]$\"}");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return new Case(TextCases.sample(number, ""), new Answer.Text("it is " + random.nextInt(6)));
  }

  private static Metric metric(String pattern, String mode) {
    var params = JSON.objectNode().put("pattern", pattern).put("mode", mode);
    return Metrics.create(Judging.spec("regex_match", params.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "\\bcat\\b, search, a cat!, 1",
    "\\bcat\\b, full, a cat!, 0",
    ".*cat., full, a cat!, 1",
    "(?i)CAT, search, cats, 1",
    "\\d{2}, search, ١٢, 1",
    "{x}, search, a {x} b, 1",
    "'a{,2}b', full, aab, 1",
  })
  void expressionsAreThoseOfPython(String pattern, String mode, String answer, double value) {
    assertThat(Judging.value(metric(pattern, mode), answer, Judging.text(""))).isEqualTo(value);
  }

  @Test
  void whatMatchedIsShown() {
    assertThat(Judging.judged(metric("c.t", "search"), "a cat", Judging.text("")).explanation())
        .isEqualTo("matched “cat”");
  }

  @Test
  void backtrackingWithoutEndIsAReasonNotAHang() {
    assertThat(
            metric("(x+x+)+y", "search")
                .judge(Judging.sample(null), new Answer.Text("x".repeat(5000))))
        .isInstanceOfSatisfying(
            Judgement.Unjudgeable.class,
            it -> assertThat(it.reason()).contains("backtracks too much"));
  }

  @Test
  void noExpressionAndAFaultyOneAreRefused() {
    assertThatThrownBy(() -> Metrics.create(MetricSpec.of("regex_match")))
        .hasMessage("pattern of metric regex_match is missing, expected an expression");
    assertThatThrownBy(() -> metric("(", "search")).hasMessageContaining("is faulty");
  }
}

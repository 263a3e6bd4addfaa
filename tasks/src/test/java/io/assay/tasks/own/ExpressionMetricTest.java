package io.assay.tasks.own;

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

class ExpressionMetricTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return Judging.spec("expression", "{\"expression\": \"output_length / 10\"}");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return new Case(TextCases.sample(number, "x"), new Answer.Text("x".repeat(random.nextInt(50))));
  }

  private static Metric metric(String expression) {
    return Metrics.create(
        new MetricSpec(
            "expression", "mine", java.util.Map.of("expression", Judging.text(expression))));
  }

  @Test
  void aConditionIsOneOrZeroAndANumberIsItself() {
    Metric condition = metric("output_words <= 3 && STR_CONTAINS(output, target)");

    assertThat(Judging.value(condition, "it is Rome", Judging.text("Rome"))).isEqualTo(1);
    assertThat(Judging.value(condition, "I think it is Rome", Judging.text("Rome"))).isZero();
    assertThat(Judging.value(metric("output_length - target_length"), "a😀b", Judging.text("ab")))
        .isEqualTo(1);
  }

  @Test
  void aFaultyFormulaIsRefusedAtOnceAndOneWithoutAValueForItsSample() {
    assertThatThrownBy(() -> metric("output_words <= ")).hasMessageContaining("faulty");
    assertThatThrownBy(() -> metric(" ")).hasMessageContaining("needs an expression");
    assertThat(metric("no_such + 1").judge(Judging.sample(null), new Answer.Text("a")))
        .isInstanceOf(Judgement.Unjudgeable.class);
    assertThat(metric("1 / (output_length - 1)").judge(Judging.sample(null), new Answer.Text("a")))
        .isInstanceOf(Judgement.Unjudgeable.class);
  }

  @Test
  void whatWouldRunForEverHasNoValue() {
    Metric nested = metric("STR_MATCHES(output, \"(a+)+b\")");

    assertThat(Judging.value(nested, "aab", null)).isEqualTo(1);
    assertThat(Judging.value(nested, "aac", null)).isZero();
    assertThat(reason(nested, "a".repeat(10_000))).contains("backtracks too much");
    assertThat(reason(metric("STR_MATCHES(output, \"(\")"), "a")).contains("faulty");
    assertThat(Judging.value(metric("FACT(output_length)"), "abc", null)).isEqualTo(6);
    assertThat(reason(metric("FACT(2000000000)"), "a")).contains("up to 170");
  }

  private static String reason(Metric metric, String answer) {
    Judgement judgement = metric.judge(Judging.sample(null), new Answer.Text(answer));
    assertThat(judgement).isInstanceOf(Judgement.Unjudgeable.class);
    return ((Judgement.Unjudgeable) judgement).reason();
  }
}

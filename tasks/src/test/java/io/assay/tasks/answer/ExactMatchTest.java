package io.assay.tasks.answer;

import static org.assertj.core.api.Assertions.assertThat;

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

class ExactMatchTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return Judging.spec(
        "exact_match", "{\"ignore_case\": true, \"regexes_to_ignore\": [\"(?s).*#### \"]}");
  }

  @Override
  public Case anyCase(Random random, int number) {
    String answer = random.nextBoolean() ? "Paris" : "Rome";
    return new Case(TextCases.sample(number, "paris"), new Answer.Text(answer));
  }

  @Test
  void anyOfSeveralTargetsWillDo() {
    Metric metric = Metrics.create(MetricSpec.of("exact_match"));

    assertThat(Judging.value(metric, "7", JSON.arrayNode().add("seven").add(7))).isEqualTo(1);
    assertThat(Judging.value(metric, "8", JSON.arrayNode().add("seven").add(7))).isEqualTo(0);
  }

  @Test
  void whiteSpaceAroundCountsUnlessStripped() {
    assertThat(
            Judging.value(Metrics.create(MetricSpec.of("exact_match")), "a\n", Judging.text("a")))
        .isEqualTo(0);
    Metric stripping = Metrics.create(Judging.spec("exact_match", "{\"strip\": true}"));
    assertThat(Judging.value(stripping, " a\u00a0\n", Judging.text("a"))).isEqualTo(1);
  }

  @Test
  void anExpressionThatBacktracksWithoutEndIsAReasonNotAHang() {
    Metric metric =
        Metrics.create(Judging.spec("exact_match", "{\"regexes_to_ignore\": [\"(a*)*b\"]}"));

    assertThat(
            metric.judge(Judging.sample(Judging.text("x")), new Answer.Text("a".repeat(100_000))))
        .isInstanceOf(Judgement.Unjudgeable.class);
  }

  @Test
  void aMissingTargetIsNotJudged() {
    Metric metric = Metrics.create(MetricSpec.of("exact_match"));

    assertThat(metric.judge(Judging.sample(null), new Answer.Text("a")))
        .isEqualTo(
            new Judgement.Unjudgeable(
                "target of sample s1 is missing, but exact_match needs a text, a number or a list of these"));
  }
}

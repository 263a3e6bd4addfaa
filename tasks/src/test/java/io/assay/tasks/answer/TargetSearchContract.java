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

/// What holds of every metric that looks for a target in the answer.
interface TargetSearchContract extends MetricContract {

  @Override
  default Case anyCase(Random random, int number) {
    String answer = random.nextBoolean() ? "Paris, of course" : "Rome";
    return new Case(TextCases.sample(number, "paris"), new Answer.Text(answer));
  }

  default double value(String answer) {
    return Judging.value(Metrics.create(spec()), answer, Judging.text("paris"));
  }

  @Test
  default void caseCountsOnlyWhereItIsSaid() {
    String name = spec().metric();
    Metric exact = Metrics.create(Judging.spec(name, "{\"ignore_case\": false}"));

    assertThat(value("PARIS!")).isEqualTo(1);
    assertThat(Judging.value(exact, "PARIS!", Judging.text("paris"))).isEqualTo(0);
  }

  @Test
  default void anEmptyTargetIsNotJudged() {
    Metric metric = Metrics.create(MetricSpec.of(spec().metric()));

    assertThat(metric.judge(Judging.sample(Judging.text("")), new Answer.Text("a")))
        .isInstanceOf(Judgement.Unjudgeable.class);
  }
}

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

class StartsWithTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return MetricSpec.of("starts_with");
  }

  @Override
  public Case anyCase(Random random, int number) {
    String answer = random.nextBoolean() ? "Paris, of course" : "Rome";
    return new Case(TextCases.sample(number, "paris"), new Answer.Text(answer));
  }

  @Test
  void caseCountsOnlyWhereItIsSaid() {
    Metric exact = Metrics.create(Judging.spec("starts_with", "{\"ignore_case\": false}"));

    assertThat(Judging.value(Metrics.create(spec()), "PARIS!", Judging.text("paris"))).isEqualTo(1);
    assertThat(Judging.value(exact, "PARIS!", Judging.text("paris"))).isEqualTo(0);
  }

  @Test
  void whereItStandsMatters() {
    double expected = "starts_with".equals("contains") ? 1 : 0;

    assertThat(Judging.value(Metrics.create(spec()), "It is Paris", Judging.text("paris")))
        .isEqualTo(expected);
    assertThat(Judging.value(Metrics.create(spec()), "\n Paris it is", Judging.text("paris")))
        .isEqualTo(1);
  }

  @Test
  void anEmptyTargetIsNotJudged() {
    assertThat(Metrics.create(spec()).judge(Judging.sample(Judging.text("")), new Answer.Text("a")))
        .isInstanceOf(Judgement.Unjudgeable.class);
  }
}

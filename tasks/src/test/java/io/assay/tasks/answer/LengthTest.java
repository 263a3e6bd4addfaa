package io.assay.tasks.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Answer;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.TextCases;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LengthTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return MetricSpec.of("length");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return new Case(TextCases.sample(number, ""), new Answer.Text("x".repeat(random.nextInt(100))));
  }

  @Test
  void charactersAreCodePointsAndNoTargetIsNeeded() {
    Judgement judgement =
        Metrics.create(spec()).judge(Judging.sample(null), new Answer.Text("a😀b"));

    assertThat(judgement).isInstanceOf(Judgement.Judged.class);
    assertThat(((Judgement.Judged) judgement).contribution().value()).isEqualTo(3.0);
    assertThat(Metrics.needsTarget(spec())).isFalse();
  }
}

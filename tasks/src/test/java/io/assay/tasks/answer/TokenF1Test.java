package io.assay.tasks.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenF1Test implements MetricContract {

  @Override
  public MetricSpec spec() {
    return MetricSpec.of("token_f1");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return SquadF1Test.someWords(random, number);
  }

  @Test
  void itIsSquadsF1ByAnotherName() {
    assertThat(Judging.value(Metrics.create(spec()), "the dog sat", Judging.text("a cat sat")))
        .isEqualTo(0.5);
    assertThat(
            Judging.value(
                Metrics.create(Judging.spec("token_f1", "{\"squad\": \"v2\"}")),
                "",
                Judging.text("the")))
        .isEqualTo(1);
  }
}

package io.assay.tasks.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SquadEmTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return Judging.spec("squad_em", "{\"version\": \"v2\"}");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return SquadF1Test.someWords(random, number);
  }

  @Test
  void theOrderOfWordsCountsTheirDressDoesNot() {
    Metric metric = Metrics.create(spec());

    assertThat(Judging.value(metric, "The Cat, sat!", Judging.text("cat sat"))).isEqualTo(1);
    assertThat(Judging.value(metric, "sat cat", Judging.text("cat sat"))).isEqualTo(0);
    assertThat(Judging.value(metric, "", JSON.arrayNode())).isEqualTo(1);
  }
}

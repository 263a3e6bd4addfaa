package io.assay.tasks.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChrfPlusPlusMetricTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return MetricSpec.of("chrf++");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return CorpusScores.anyCase(random, number);
  }

  @Test
  void itIsChrfWithPairsOfWords() {
    var plain = Metrics.create(Judging.spec("chrf", "{\"word_order\": 2}"));

    assertThat(Judging.value(Metrics.create(spec()), "a cat sat", Judging.text("the cat sat!")))
        .isEqualTo(Judging.value(plain, "a cat sat", Judging.text("the cat sat!")));
  }
}

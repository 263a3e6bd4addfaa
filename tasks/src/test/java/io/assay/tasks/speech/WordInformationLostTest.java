package io.assay.tasks.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordInformationLostTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return Judging.spec("wil", "{\"normalizer\": \"whisper-basic\"}");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return SpeechCases.any(random, number);
  }

  @Test
  void hitsCountInBothDirections() {
    Metric metric = Metrics.create(spec());

    assertThat(Judging.value(metric, "A, x.", Judging.text("a b c d"))).isEqualTo(0.875);
    assertThat(Judging.value(metric, "", Judging.text("a"))).isEqualTo(1.0);
    assertThat(Judging.value(metric, "", Judging.text(""))).isEqualTo(0.0);
  }
}

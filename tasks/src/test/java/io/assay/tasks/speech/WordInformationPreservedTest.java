package io.assay.tasks.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordInformationPreservedTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return Judging.spec("wip", "{}");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return SpeechCases.any(random, number);
  }

  @Test
  void theNearestTargetCounts() {
    Metric metric = Metrics.create(spec());

    assertThat(Judging.value(metric, "a b", JSON.arrayNode().add("x y").add("a c").add("z")))
        .isEqualTo(0.25);
    assertThat(Judging.value(metric, "", Judging.text(""))).isEqualTo(1.0);
  }
}

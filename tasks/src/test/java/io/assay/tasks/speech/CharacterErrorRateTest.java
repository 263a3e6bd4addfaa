package io.assay.tasks.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CharacterErrorRateTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return Judging.spec("cer", "{}");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return SpeechCases.any(random, number);
  }

  @Test
  void charactersAreCodePointsWithSpacesInside() {
    Metric metric = Metrics.create(spec());

    assertThat(Judging.value(metric, " a😀 c ", Judging.text("a😀bc"))).isEqualTo(0.25);
    assertThat(Judging.judged(metric, "ab d", Judging.text("abcd")).explanation())
        .isEqualTo("3 hits, 1 substitutions, 0 deletions, 0 insertions: ab[c →  ]d");
  }
}

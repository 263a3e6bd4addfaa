package io.assay.tasks.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Answer;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TerMetricTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return Judging.spec("ter", "{\"normalized\": true}");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return CorpusScores.anyCase(random, number);
  }

  @Test
  void itAgreesWithSacrebleuOnCorpora() {
    CorpusScores.checkCorpora("ter.jsonl", "ter_corpus", "ter");
  }

  @Test
  void aMovedRunIsOneEdit() {
    Metric metric = Metrics.create(MetricSpec.of("ter"));

    assertThat(Judging.value(metric, "d e a b c", Judging.text("a b c d e"))).isEqualTo(20);
    assertThat(Judging.judged(metric, "d e a b c", Judging.text("a b c d e")).explanation())
        .isEqualTo("1 edit for 5.00 reference words");
  }

  @Test
  void referencesAreNormalizedTwice() {
    Metric metric = Metrics.create(spec());

    assertThat(Judging.value(metric, "a 's b", Judging.text("a's\u00a0b"))).isEqualTo(0);
    assertThat(Judging.value(metric, "a's\u00a0b", Judging.text("a 's b"))).isGreaterThan(0);
  }

  @Test
  void twoBooksAreNotCompared() {
    String book = "word ".repeat(1_000_000);

    assertThat(
            Metrics.create(MetricSpec.of("ter"))
                .judge(Judging.sample(Judging.text(book)), new Answer.Text(book)))
        .isEqualTo(
            new Judgement.Unjudgeable("texts of 1000000 and 1000000 words are too long for TER"));
  }
}

package io.assay.tasks.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChrfMetricTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return Judging.spec("chrf", "{\"char_order\": 4, \"beta\": 1.5}");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return CorpusScores.anyCase(random, number);
  }

  @Test
  void itAgreesWithSacrebleuOnCorpora() {
    CorpusScores.checkCorpora("chrf.jsonl", "chrf_corpus", "chrf");
  }

  @Test
  void theExplanationShowsSharedNgrams() {
    assertThat(
            Judging.judged(
                    Metrics.create(Judging.spec("chrf", "{\"char_order\": 2}")),
                    "abc",
                    Judging.text("a bd"))
                .explanation())
        .isEqualTo(
            "n-grams shared by answer and target (characters 1 to 2): 2 of 3 and 3; 1 of 2 and 2");
  }

  @Test
  void ngramsOfLengthZeroOnlyAreRefused() {
    assertThatThrownBy(() -> Metrics.create(Judging.spec("chrf", "{\"char_order\": 0}")))
        .hasMessageContaining("expected 0 to 100, not both 0");
  }

  @Test
  void itsNameSaysHowMuchRecallCounts() {
    assertThat(Chrf.DEFAULT.name()).isEqualTo("chrF2");
    assertThat(Chrf.PLUS_PLUS.name()).isEqualTo("chrF2++");
    assertThat(new Chrf(6, 1, 0.5, false, false, false).name()).isEqualTo("chrF0.5+");
  }
}

package io.assay.tasks.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.Golden;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SentenceBleuMetricTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return MetricSpec.of("sentence_bleu");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return CorpusScores.anyCase(random, number);
  }

  @Test
  void itAgreesWithSacrebleuOnSentences() {
    Golden.rows("bleu_sentence.jsonl").forEach(SentenceBleuMetricTest::check);
  }

  private static void check(JsonNode row) {
    Metric metric = Metrics.create(Judging.spec("sentence_bleu", row.path("params").toString()));
    assertThat(
            Judging.value(
                metric, row.at("/inputs/prediction").asText(), row.at("/inputs/references")))
        .as(row.path("id").asText())
        .isCloseTo(row.at("/expected/score").asDouble(), within(1e-9));
  }
}

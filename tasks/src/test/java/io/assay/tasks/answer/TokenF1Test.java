package io.assay.tasks.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.Golden;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.TextCases;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenF1Test implements MetricContract {

  @Override
  public MetricSpec spec() {
    return MetricSpec.of("token_f1");
  }

  @Override
  public Case anyCase(Random random, int number) {
    String[] words = {"cat", "dog", "the", "sat", "mat"};
    var answer = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      answer.append(words[random.nextInt(words.length)]).append(' ');
    }
    return new Case(TextCases.sample(number, "the cat sat"), new Answer.Text(answer.toString()));
  }

  @Test
  void itAgreesWithSquadsOwnEvaluation() {
    Golden.rows("squad.jsonl").forEach(TokenF1Test::check);
  }

  private static void check(JsonNode row) {
    boolean second = row.path("metric").asText().equals("squad_v2");
    JsonNode references = row.at("/inputs/references");
    JsonNode target = references.isEmpty() ? JSON.textNode("") : references;
    Metric metric =
        Metrics.create(Judging.spec("token_f1", "{\"squad\": \"" + (second ? "v2" : "v1") + "\"}"));
    assertThat(Judging.value(metric, row.at("/inputs/prediction").asText(), target))
        .as(row.path("id").asText())
        .isCloseTo(row.at("/expected/f1").asDouble(), within(1e-9));
  }
}

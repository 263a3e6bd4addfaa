package io.assay.tasks.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeteorMetricTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return Judging.spec("meteor", "{\"alpha\": 0.8, \"tokenize\": \"none\"}");
  }

  @Override
  public Case anyCase(Random random, int number) {
    String answer = random.nextBoolean() ? "Cats sit on the mats." : "a cat sat";
    return new Case(TextCases.sample(number, "The cat sits on mats"), new Answer.Text(answer));
  }

  @Test
  void itAgreesWithNltkOnWordsBetweenSpaces() {
    Golden.rows("meteor.jsonl").forEach(MeteorMetricTest::check);
  }

  private static void check(JsonNode row) {
    var params = (com.fasterxml.jackson.databind.node.ObjectNode) row.path("params").deepCopy();
    Metric metric =
        Metrics.create(Judging.spec("meteor", params.put("tokenize", "none").toString()));
    var targets = JSON.arrayNode();
    row.at("/inputs/references").forEach(each -> targets.add(joined(each)));
    assertThat(Judging.value(metric, joined(row.at("/inputs/hypothesis")), targets))
        .as(row.path("id").asText())
        .isCloseTo(row.at("/expected/meteor").asDouble(), within(1e-9));
  }

  private static String joined(JsonNode words) {
    var texts = new java.util.ArrayList<String>();
    words.forEach(each -> texts.add(each.asText()));
    return String.join(" ", texts);
  }

  @Test
  void theExplanationShowsWordsAndRuns() {
    assertThat(
            Judging.judged(
                    Metrics.create(MetricSpec.of("meteor")),
                    "On the mat sat cats!",
                    Judging.text("The cats sat on the mat."))
                .explanation())
        .isEqualTo("5 of 6 words matched, in 3 runs");
  }

  @Test
  void wrongParametersAreRefused() {
    assertThatThrownBy(() -> Metrics.create(Judging.spec("meteor", "{\"gamma\": 2}")))
        .hasMessage("gamma of meteor is 2.0, expected 0 to 1");
    assertThatThrownBy(() -> Meteor.DEFAULT.best(List.of("a"), List.of()))
        .hasMessage("METEOR needs a reference");
  }
}

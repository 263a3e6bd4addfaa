package io.assay.tasks.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.Golden;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.TextCases;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RougeMetricTest {

  @Nested
  class Rouge1 extends Contract {
    Rouge1() {
      super("rouge1");
    }
  }

  @Nested
  class Rouge2 extends Contract {
    Rouge2() {
      super("rouge2");
    }
  }

  @Nested
  class RougeL extends Contract {
    RougeL() {
      super("rougeL");
    }
  }

  @Nested
  class RougeLsum extends Contract {
    RougeLsum() {
      super("rougeLsum");
    }
  }

  abstract static class Contract implements MetricContract {

    private static final String[] WORDS = {"cats", "sit", "sitting", "on", "mats\n", "today"};

    private final String metric;

    Contract(String metric) {
      this.metric = metric;
    }

    @Override
    public MetricSpec spec() {
      return Judging.spec(metric, "{\"use_stemmer\": true}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return new Case(TextCases.sample(number, "cats sit\non mats"), new Answer.Text(text(random)));
    }

    private static String text(Random random) {
      var text = new StringBuilder();
      for (int i = 0; i < 6; i++) {
        text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
      }
      return text.toString();
    }

    @Test
    void itAgreesWithGoogles() {
      Golden.rows("rouge.jsonl")
          .filter(row -> row.path("metric").asText().equals("rouge"))
          .filter(row -> row.path("expected").has(metric))
          .forEach(this::check);
    }

    private void check(JsonNode row) {
      boolean stemmer = row.at("/params/use_stemmer").asBoolean();
      Metric made = Metrics.create(Judging.spec(metric, "{\"use_stemmer\": " + stemmer + "}"));
      assertThat(
              Judging.value(made, row.at("/inputs/prediction").asText(), row.at("/inputs/target")))
          .as(row.path("id").asText())
          .isCloseTo(row.at("/expected/" + metric + "/fmeasure").asDouble(), within(1e-9));
    }
  }

  @Test
  void theBestTargetCounts() {
    Metric metric = Metrics.create(MetricSpec.of("rouge1"));

    assertThat(
            Judging.value(
                metric, "a b", MetricContract.JSON.arrayNode().add("x").add("a b").add("a")))
        .isEqualTo(1);
  }

  @Test
  void theExplanationShowsTheCounts() {
    assertThat(
            Judging.judged(
                    Metrics.create(MetricSpec.of("rouge2")), "a b c", Judging.text("a b d e"))
                .explanation())
        .isEqualTo(
            "1 2-grams of words shared: of 2 in the answer (precision 0.5),"
                + " of 3 in the target (recall 0.333)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rougeL", "rougeLsum"})
  void twoBooksAreNotCompared(String metric) {
    String book = "word ".repeat(600_000);

    Judgement judgement =
        Metrics.create(MetricSpec.of(metric))
            .judge(Judging.sample(Judging.text(book)), new Answer.Text(book));

    assertThat(judgement).isInstanceOf(Judgement.Unjudgeable.class);
    assertThat(judgement.toString()).contains("too long");
  }
}

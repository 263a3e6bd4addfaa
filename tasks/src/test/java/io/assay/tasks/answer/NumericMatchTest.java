package io.assay.tasks.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericMatchTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return MetricSpec.of("numeric_match");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return new Case(
        TextCases.sample(number, "3"), new Answer.Text("The answer is " + random.nextInt(5)));
  }

  @Test
  void itAgreesWithTheHarnessAndWithTheOfficialCode() {
    Golden.rows("gsm8k.jsonl")
        .forEach(row -> {
          check(row, "gsm8k-strict", "strict_match");
          check(row, "gsm8k-flexible", "flexible_extract");
          check(row, "gsm8k-cot", "cot_strict_match");
          check(row, "gsm8k-official", "official_correct");
        });
  }

  private static void check(JsonNode row, String extraction, String expected) {
    boolean right =
        Judging.value(
                metric(extraction), row.at("/inputs/response").asText(), row.at("/inputs/answer"))
            == 1;
    assertThat(right)
        .as(row.path("id").asText() + " " + extraction)
        .isEqualTo(row.at("/expected/" + expected).asBoolean());
  }

  private static Metric metric(String extraction) {
    return Metrics.create(
        Judging.spec("numeric_match", "{\"extraction\": \"" + extraction + "\"}"));
  }

  @ParameterizedTest
  @CsvSource({
    "gsm8k-strict, #### 1`234, 1234, 1",
    "gsm8k-strict, It is 18., 18, 0",
    "gsm8k-flexible, It costs $18., 18, 1",
    "gsm8k-flexible, none, 18, 0",
    "gsm8k-cot, The answer is 18., 18, 1",
    "answer-line, A: 1`000, A: 1000, 1",
    "answer-line, A: $5., 5, 1",
    "answer-line, A: 5.0, 5, 0",
    "answer-line, no line, 5, 0",
    "answer-line, A: 9+John's age, 9, 0",
  })
  void numbersAreFoundAndCleaned(String extraction, String answer, String target, double value) {
    String withComma = answer.replace('`', ',');
    assertThat(Judging.value(metric(extraction), withComma, Judging.text(target))).isEqualTo(value);
  }

  @Test
  void numbersCanBeComparedByValue() {
    Metric metric = Metrics.create(Judging.spec("numeric_match", "{\"compare\": \"number\"}"));

    assertThat(Judging.value(metric, "It is 5.00", Judging.text("5"))).isEqualTo(1);
    assertThat(Judging.value(metric, "It is 5.01", JSON.numberNode(5))).isEqualTo(0);
  }

  @Test
  void theExplanationShowsWhatWasExtracted() {
    assertThat(Judging.judged(metric("gsm8k-flexible"), "6 and 7", Judging.text("8")).explanation())
        .isEqualTo("extracted “7”, expected “8”");
  }

  @Test
  void aTargetWithoutANumberIsNotJudged() {
    assertThat(
            metric("gsm8k-flexible")
                .judge(Judging.sample(Judging.text("many")), new Answer.Text("5")))
        .isInstanceOf(Judgement.Unjudgeable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "6b_finetuning, 286",
    "6b_verification, 515",
    "175b_finetuning, 458",
    "175b_verification, 742",
  })
  void theRecordedSystemsScoreAsPublished(String system, int published) throws IOException {
    Optional<Path> file = Golden.data("gsm8k/example_model_solutions.jsonl");
    assumeTrue(file.isPresent(), "GSM8K's recorded solutions are not here: set assay.shared.data");
    Metric metric = metric("answer-line");
    List<JsonNode> rows = Golden.rows(file.get()).toList();
    int right = 0;
    for (JsonNode row : rows) {
      boolean correct =
          Judging.value(
                  metric, row.path(system).path("solution").asText(), row.path("ground_truth"))
              == 1;
      assertThat(correct).isEqualTo(row.path(system).path("is_correct").asBoolean());
      right += correct ? 1 : 0;
    }
    assertThat(rows).hasSize(1319);
    assertThat(right).isEqualTo(published);
  }
}

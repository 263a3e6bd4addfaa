package io.assay.tasks.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.event.Answer;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.TextCases;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MgsmTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return Judging.spec("mgsm", "{\"language\": \"de\"}");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return new Case(
        TextCases.sample(number, "2"), new Answer.Text("Antwort: " + random.nextInt(3)));
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'Answer: 3. So Answer: 1,234.50', 1234.5, 1",
    "en, 'Antwort: 5', 5, 0",
    "fr, 'Réponse : 42.', 42, 1",
    "zh, 答案：15, 15, 1",
    "sw, 'Jibu: -7', 7, 1",
    "en, Answer:, 7, 0",
  })
  void theLastNumberAfterTheWordForAnswerCounts(
      String language, String answer, String target, double value) {
    Metric metric = Metrics.create(Judging.spec("mgsm", "{\"language\": \"" + language + "\"}"));

    assertThat(Judging.value(metric, answer, Judging.text(target))).isEqualTo(value);
  }

  @Test
  void anotherWordCanBeGiven() {
    Metric metric = Metrics.create(Judging.spec("mgsm", "{\"answer_prefix\": \"Svar\"}"));

    assertThat(Judging.value(metric, "Svar: 8", JSON.numberNode(8))).isEqualTo(1);
    assertThat(Judging.judged(metric, "8", JSON.numberNode(8)).explanation())
        .isEqualTo("found no number after “Svar”");
  }

  @Test
  void anUnknownLanguageIsRefused() {
    assertThatThrownBy(() -> Metrics.create(Judging.spec("mgsm", "{\"language\": \"xx\"}")))
        .hasMessageContaining("unknown value of language of mgsm xx");
  }
}

package io.assay.tasks.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IfevalTest {

  private static final String TWO_IDS =
      "[\"punctuation:no_comma\", \"length_constraints:number_words\"]";
  private static final String TWO_KWARGS =
      "[{}, {\"relation\": \"at least\", \"num_words\": 3, \"keyword\": null}]";

  private static Sample sample(int number, String ids, String kwargs) {
    return new Sample(
        "s" + number,
        Judging.text("Write."),
        null,
        null,
        Map.of("instruction_id_list", json(ids), "kwargs", json(kwargs)));
  }

  private static JsonNode json(String text) {
    try {
      return ContractJson.mapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MetricContract.Case anyCase(Random random, int number) {
    String answer =
        "some words".repeat(1 + random.nextInt(2)) + (random.nextBoolean() ? "," : " x");
    return new MetricContract.Case(sample(number, TWO_IDS, TWO_KWARGS), new Answer.Text(answer));
  }

  private static Contribution judged(MetricSpec spec, Sample sample, String answer) {
    return ((Judgement.Judged) Metrics.create(spec).judge(sample, new Answer.Text(answer)))
        .contribution();
  }

  private static void assertUnfit(MetricSpec spec, Sample sample, String reason) {
    assertThat(Metrics.create(spec).judge(sample, new Answer.Text("an answer")))
        .isInstanceOfSatisfying(
            Judgement.Unjudgeable.class, it -> assertThat(it.reason()).contains(reason));
  }

  @Nested
  class Strict implements MetricContract {

    @Override
    public MetricSpec spec() {
      return MetricSpec.of("ifeval_strict");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return IfevalTest.anyCase(random, number);
    }

    @Test
    void allInstructionsMustBeFollowed() {
      Sample two = sample(1, TWO_IDS, TWO_KWARGS);

      assertThat(judged(spec(), two, "one two three").statistics()).containsExactly(1.0, 1.0);
      assertThat(judged(spec(), two, "one, two, three").statistics()).containsExactly(0.0, 1.0);
      assertThat(judged(spec(), two, "one, two").explanation())
          .isEqualTo("follows 0 of 2, not [punctuation:no_comma, length_constraints:number_words]");
    }

    @Test
    void whatCannotBeDecidedIsAReasonOrSkipped() {
      Sample sample = sample(1, "[\"language:response_language\"]", "[{\"language\": \"de\"}]");
      MetricSpec skipping = Judging.spec("ifeval_strict", "{\"undecided\": \"skip\"}");

      assertUnfit(spec(), sample, "needs a language detector");
      assertThat(Metrics.create(skipping).judge(sample, new Answer.Text("ja")))
          .isInstanceOf(Judgement.NotApplicable.class);
    }

    @Test
    void faultyInstructionsAreNamed() {
      assertUnfit(spec(), Judging.sample(null), "no list of texts instruction_id_list");
      assertUnfit(spec(), sample(1, "[\"no:such\"]", "[{}]"), "unknown instruction no:such");
      assertUnfit(spec(), sample(1, "[\"punctuation:no_comma\"]", "[]"), "no list of 1 objects");
      assertUnfit(
          spec(),
          sample(1, "[\"length_constraints:number_words\"]", "[{\"relation\": \"at least\"}]"),
          "num_words of instruction length_constraints:number_words is missing");
      assertUnfit(
          spec(),
          sample(
              1,
              "[\"length_constraints:number_words\"]",
              "[{\"relation\": \"at most\", \"num_words\": 3}]"),
          "relation of instruction length_constraints:number_words is \"at most\"");
      assertUnfit(
          spec(), sample(1, "[\"keywords:existence\"]", "[{\"keywords\": [\"(\"]}]"), "is faulty");
    }

    @Test
    void aKeywordThatBacktracksWithoutEndIsAReasonNotAHang() {
      Sample sample = sample(1, "[\"keywords:existence\"]", "[{\"keywords\": [\"(x+x+)+y\"]}]");

      assertThat(Metrics.create(spec()).judge(sample, new Answer.Text("x".repeat(5000))))
          .isInstanceOf(Judgement.Unjudgeable.class);
    }
  }

  @Nested
  class Loose implements MetricContract {

    @Override
    public MetricSpec spec() {
      return Judging.spec("ifeval_loose", "{\"level\": \"instruction\"}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return IfevalTest.anyCase(random, number);
    }

    @Test
    void smallTalkAroundTheAnswerIsForgiven() {
      Sample two = sample(1, TWO_IDS, TWO_KWARGS);
      String answer = "Sure, here you are:\none two three";

      assertThat(judged(spec(), two, answer).statistics()).containsExactly(2.0, 2.0);
      assertThat(judged(MetricSpec.of("ifeval_strict"), two, answer).value()).isEqualTo(0);
    }

    @Test
    void eachInstructionCounts() {
      assertThat(judged(spec(), sample(1, TWO_IDS, TWO_KWARGS), "one, two").statistics())
          .containsExactly(0.0, 2.0);
      assertThat(judged(spec(), sample(1, TWO_IDS, TWO_KWARGS), "one two").value()).isEqualTo(0.5);
    }
  }
}

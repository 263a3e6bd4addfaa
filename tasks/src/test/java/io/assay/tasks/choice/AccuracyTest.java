package io.assay.tasks.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccuracyTest implements MetricContract {

  private static final Sample COLOURS =
      ChoiceCases.sample(JSON.textNode("B"), "red", "green", "blue", "black", "white");

  @Override
  public MetricSpec spec() {
    return MetricSpec.of("accuracy");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return ChoiceCases.anyLetter(random, number);
  }

  private static double value(Metric metric, Sample sample, Answer answer) {
    var judged = (Judgement.Judged) metric.judge(sample, answer);
    return judged.contribution().statistics().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "simple-evals-mmlu, Antwort: **B**, 1",
    "simple-evals-mmlu, answer: b, 0",
    "simple-evals-mmlu, B, 0",
    "simple-evals-gpqa, Answer: $B$, 1",
    "simple-evals-gpqa, Antwort: B, 0",
    "lm-eval-flan-strict, The answer is (B)., 1",
    "lm-eval-flan-strict, The answer is b., 1",
    "lm-eval-flan-strict, The answer is B, 0",
    "lm-eval-multi-choice, I would take Green, 1",
    "lm-eval-multi-choice, not (A) but (B), 1",
    "lm-eval-generative, ' b.\n(A)', 1",
    "lm-eval-generative, Green, 0",
  })
  void lettersAreFoundInTheWayThatIsAskedFor(String extraction, String answer, double value) {
    Metric metric =
        Metrics.create(Judging.spec("accuracy", "{\"extraction\": \"" + extraction + "\"}"));

    assertThat(value(metric, COLOURS, new Answer.Text(answer))).isEqualTo(value);
  }

  @Test
  void aFifthChoiceHasALetterToo() {
    Sample last = ChoiceCases.sample(JSON.numberNode(4), "red", "green", "blue", "black", "white");

    assertThat(value(Metrics.create(spec()), last, new Answer.Text("Answer: E"))).isEqualTo(1);
  }

  @Test
  void theLikeliestChoiceIsTakenTheFirstOfEqualOnes() {
    Metric metric = Metrics.create(spec());

    assertThat(value(metric, COLOURS, ChoiceCases.likelihoods(-3, -1, -2, -4, -5))).isEqualTo(1);
    assertThat(value(metric, COLOURS, ChoiceCases.likelihoods(-1, -1, -2, -4, -5))).isEqualTo(0);
  }

  @Test
  void eachOfSeveralRightChoicesWillDo() {
    Sample sample = ChoiceCases.sample(JSON.arrayNode().add("A").add("C"), "red", "green", "blue");

    assertThat(value(Metrics.create(spec()), sample, new Answer.Text("Answer: C"))).isEqualTo(1);
  }

  @Test
  void aLikelihoodForEachChoiceIsNeeded() {
    assertThat(Metrics.create(spec()).judge(COLOURS, ChoiceCases.likelihoods(-1, -2)))
        .isEqualTo(
            new Judgement.Unjudgeable(
                "sample s1: has 5 choices, but the model gave 2 likelihoods"));
  }

  @Test
  void withoutChoicesItCountsWhatTheModelWouldHaveWritten() {
    var sample = new Sample("s1", JSON.textNode("a b"), JSON.textNode("c"), null, Map.of());
    var greedy = new Answer.Likelihoods(List.of(new Answer.Continuation(-2, 1, true)));

    assertThat(value(Metrics.create(spec()), sample, greedy)).isEqualTo(1);
    assertThat(value(Metrics.create(spec()), sample, ChoiceCases.likelihoods(-2))).isEqualTo(0);
  }

  @Test
  void theExplanationShowsWhatWasExtracted() {
    var judged =
        (Judgement.Judged) Metrics.create(spec()).judge(COLOURS, new Answer.Text("Answer: C"));

    assertThat(judged.contribution().explanation()).isEqualTo("extracted “C”, right is B");
  }

  @Test
  void longAnswersTakeTimeInProportion() {
    for (LetterExtraction each : LetterExtraction.values()) {
      for (String part : List.of("answer is ", ": ", "Answer\n", "(", "green", "\n")) {
        assertThat(each.extract(part.repeat(300_000), List.of("greener", "gree", "red")))
            .isNotNull();
      }
    }
  }
}

package io.assay.scorer.consult;

import static io.assay.scorer.Fixtures.answer;
import static io.assay.scorer.Fixtures.key;
import static io.assay.scorer.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Consulted;
import io.assay.contracts.event.Inquiry;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.scorer.MetricFailure;
import io.assay.tasks.metric.Metrics;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class InquiriesTest {

  private static final Instant NOW = Instant.EPOCH;

  private final Inquiries inquiries = new Inquiries(Metrics::create);
  private final List<Prompt> asked = new ArrayList<>();

  @Test
  void everyJudgeIsAskedOnceAndThePanelsMeanIsTheRating() {
    var scores = settle(List.of(Panels.metric("judge_score", Panels.JUDGES)), List.of("42"));

    assertThat(asked).extracting(it -> it.model().id()).containsExactlyElementsOf(Panels.JUDGES);
    assertThat(scores)
        .singleElement()
        .satisfies(score -> {
          assertThat(score.status()).isEqualTo(Status.SCORED);
          assertThat(score.contributions())
              .singleElement()
              .satisfies(it -> {
                assertThat(it.value()).isEqualTo(9.0);
                assertThat(it.explanation()).contains("judge/one", "judge/two", "[[9]]");
              });
          assertThat(score.consulted())
              .isEqualTo(new Consulted(2, new Completion.Usage(20L, 10L, 0.002)));
        });
  }

  @Test
  void metricsThatAskTheSameShareTheReplies() {
    var judges = Panels.JUDGES;
    settle(
        List.of(
            Panels.metric("win_rate", judges),
            Panels.metric("bradley_terry", judges),
            Panels.metric("position_consistency", judges)),
        List.of("42", "41"));

    assertThat(asked).hasSize(4); // two judges, two orders
  }

  @Test
  void bothModelsGetTheirShareOfOneComparison() {
    var scores =
        settle(List.of(Panels.metric("win_rate", Panels.JUDGES)), List.of("42", "41", "41"));

    assertThat(scores)
        .extracting(it -> it.key().modelId() + " " + it.contributions().getFirst().value())
        .containsExactly("model-0 1.0", "model-1 0.25", "model-2 0.25");
    long calls = scores.stream().mapToLong(InquiriesTest::calls).sum();
    assertThat(calls)
        .isEqualTo(asked.size())
        .isEqualTo(4); // equal answers tie unasked, equal pairs are asked once
  }

  private static long calls(Score score) {
    var consulted = score.consulted();
    return consulted == null ? 0 : consulted.calls();
  }

  @Test
  void aJudgeWithoutVerdictIsRemindedOnceThenTheSampleFailsByInfrastructure() {
    var metrics = List.of(Panels.metric("judge_pass", List.of("judge/one")));
    var clear =
        settle(
            metrics,
            List.of("42"),
            question -> asked.size() == 1 ? answer("Well, it depends.") : Panels.verdict(question));
    assertThat(asked).hasSize(2);
    assertThat(asked.getLast().request().toString()).contains("Well, it depends.", "[[PASS]]");
    assertThat(clear.getFirst().status()).isEqualTo(Status.SCORED);
    assertThat(calls(clear.getFirst())).isEqualTo(2);

    asked.clear();
    var unclear = settle(metrics, List.of("42"), _ -> answer("Well."));
    assertThat(asked).hasSize(2);
    assertThat(unclear.getFirst().status()).isEqualTo(Status.FAILED_INFRA);
    assertThat(unclear.getFirst().reason()).contains("judge/one gave no verdict", "Well.");
  }

  @Test
  void aJudgeThatFailsFailsEverythingThatWaitsForItAndNothingIsScoredAsWrong() {
    var scores =
        settle(
            List.of(Panels.metric("win_rate", Panels.JUDGES)),
            List.of("42", "41"),
            _ -> new Completion.Unavailable(3, "503"));

    assertThat(asked).hasSize(1);
    assertThat(scores)
        .hasSize(2)
        .allSatisfy(score -> {
          assertThat(score.status()).isEqualTo(Status.FAILED_INFRA);
          assertThat(score.reason()).isEqualTo("judge judge/one: 503");
          assertThat(score.contributions()).isEmpty();
        });
  }

  @Test
  void aQuestionThatComesTwiceLeadsToTheSameScores() {
    var metrics = List.of(Panels.metric("win_rate", Panels.JUDGES));
    var once = settle(metrics, List.of("42", "41"));
    var first = asked.getFirst();
    var again = follow(inquiries.goOn(output(first, Panels.verdict(first)), NOW), Panels::verdict);

    assertThat(values(again)).isEqualTo(values(once));
  }

  private static List<String> values(List<Score> scores) {
    return scores.stream()
        .map(it -> it.key().text() + it.contributions() + it.consulted())
        .toList();
  }

  @Test
  void aJudgeThatTheRecordDoesNotHoldIsAFailureOfTheMetricAndNotOfTheStream() {
    assertThatThrownBy(() ->
            settle(List.of(Panels.metric("judge_pass", List.of("judge/none"))), List.of("42")))
        .isInstanceOf(MetricFailure.class)
        .hasMessageContaining("there is no judge judge/none");
  }

  @Test
  void aRivalWithoutAnswerIsLeftOutOfComparisons() {
    var metrics = List.of(Panels.metric("win_rate", Panels.JUDGES));
    var prompt =
        output(
                key("job", "model-0", 1),
                "42",
                answer("42"),
                metrics,
                Panels.judging("model-0", "model-1"))
            .prompt();
    var step =
        inquiries.begin(
            prompt,
            List.of(
                new Inquiry.Subject(draft("model-0"), new Answer.Text("42")),
                new Inquiry.Subject(draft("model-1"), null)),
            NOW);

    assertThat(step)
        .isInstanceOfSatisfying(
            Step.Done.class,
            done ->
                assertThat(done.scores())
                    .singleElement()
                    .satisfies(score -> {
                      assertThat(score.key().modelId()).isEqualTo("model-0");
                      assertThat(score.status()).isEqualTo(Status.SCORED);
                      assertThat(score.contributions()).isEmpty();
                    }));
  }

  private List<Score> settle(List<MetricSpec> metrics, List<String> answers) {
    return settle(metrics, answers, Panels::verdict);
  }

  private List<Score> settle(
      List<MetricSpec> metrics, List<String> answers, Function<Prompt, Completion> judge) {
    var subjects = new ArrayList<Inquiry.Subject>();
    for (int i = 0; i < answers.size(); i++) {
      subjects.add(new Inquiry.Subject(draft("model-" + i), new Answer.Text(answers.get(i))));
    }
    var prompt =
        output(key("job", "model-0", 1), "42", answer("42"), metrics, Panels.judging()).prompt();
    return follow(inquiries.begin(prompt, subjects, NOW), judge);
  }

  /// Each question travels as JSON, as it does between services.
  private List<Score> follow(Step step, Function<Prompt, Completion> judge) {
    return switch (step) {
      case Step.Done(var scores) -> scores;
      case Step.Ask(var question) -> {
        asked.add(question);
        yield follow(
            inquiries.goOn(output(travelled(question), judge.apply(question)), NOW), judge);
      }
    };
  }

  private static Prompt travelled(Prompt question) {
    try {
      var mapper = ContractJson.mapper();
      return mapper.readValue(mapper.writeValueAsBytes(question), Prompt.class);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Score draft(String model) {
    return new Score(
        key("job", model, 1),
        "output-" + model,
        Status.SCORED,
        "sample-1",
        List.of(),
        null,
        12.5,
        Completion.Usage.UNKNOWN,
        false,
        NOW);
  }
}

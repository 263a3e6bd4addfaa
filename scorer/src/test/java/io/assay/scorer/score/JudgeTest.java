package io.assay.scorer.score;

import static io.assay.scorer.Fixtures.answer;
import static io.assay.scorer.Fixtures.key;
import static io.assay.scorer.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.blobs.NoBlobStore;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.spec.MetricSpec;
import io.assay.scorer.MetricCache;
import io.assay.scorer.MetricFailure;
import io.assay.tasks.metric.Metrics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private final Judge judge = new Judge(new MetricCache(Metrics::create, 10), new NoBlobStore());

  @Test
  void anAnswerIsScoredByEachMetric() {
    var score = judge(answer("42"));
    assertThat(score.status()).isEqualTo(Status.SCORED);
    assertThat(score.contributions())
        .extracting(it -> it.metric().name())
        .containsExactly("exact_match", "token_f1");
    assertThat(score.reason()).isNull();
    assertThat(score.callMillis()).isEqualTo(12.5);
    assertThat(score.usage().inputTokens()).isEqualTo(10);
  }

  @Test
  void whatIsNoAnswerIsSettledWithItsReasonAndNoContribution() {
    Map<Completion, Status> expected =
        Map.of(
            new Completion.Refused("policy"), Status.FAILED_MODEL,
            new Completion.Unavailable(3, "503"), Status.FAILED_INFRA,
            new Completion.TimedOut(1, "60 s"), Status.TIMEOUT,
            new Completion.OverLimit("cost"), Status.LIMIT,
            new Completion.Skipped("cancelled"), Status.SKIPPED,
            new Completion.Abandoned(5, "delivered 5 times"), Status.DEAD_LETTER);
    expected.forEach((completion, status) -> {
      var score = judge(completion);
      assertThat(score.status()).isEqualTo(status);
      assertThat(score.reason()).isNotBlank();
      assertThat(score.contributions()).isEmpty();
    });
  }

  @Test
  void anAnswerThatOneMetricCannotJudgeIsAFailureOfTheModel() {
    var vectors = new Answer.Vectors(List.of(Embedding.of(1, 2)));
    var score = judge(new Completion.Answered(vectors, "stop", Completion.Usage.UNKNOWN, null));
    assertThat(score.status()).isEqualTo(Status.FAILED_MODEL);
    assertThat(score.reason()).startsWith("exact_match: ");
    assertThat(score.contributions()).isEmpty();
  }

  @Test
  void aMetricThatBreaksIsNamedWithItsSample() {
    var broken =
        new Judge(
            _ -> {
              throw new StackOverflowError();
            },
            new NoBlobStore());
    var output = output(key("job", "a", 1), "42", answer("42"), List.of(MetricSpec.of("length")));
    assertThatThrownBy(() -> broken.judge(output, Instant.EPOCH))
        .isInstanceOf(MetricFailure.class)
        .hasMessageContaining("length")
        .hasMessageContaining("sample-1");
  }

  @Test
  void theSameOutputGivesTheSameScore() {
    var output = output(key("job", "a", 1), "42", answer("the 42"));
    assertThat(judge.judge(output, Instant.EPOCH)).isEqualTo(judge.judge(output, Instant.EPOCH));
  }

  private Score judge(Completion completion) {
    return judge.judge(output(key("job", "a", 1), "42", completion), Instant.EPOCH);
  }
}

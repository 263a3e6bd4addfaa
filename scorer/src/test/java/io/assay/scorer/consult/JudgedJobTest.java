package io.assay.scorer.consult;

import static io.assay.scorer.Fixtures.answer;
import static io.assay.scorer.Fixtures.key;
import static io.assay.scorer.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.event.Topics;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.EventDeserializer;
import io.assay.scorer.BrokerResource;
import io.assay.scorer.Fixtures;
import io.assay.scorer.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Jobs with judges, through the service and a real broker; the test is the evaluator.
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class JudgedJobTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int SAMPLES = 20;
  private static final List<MetricSpec> METRICS =
      List.of(
          MetricSpec.of("exact_match"),
          Panels.metric("judge_pass", Panels.JUDGES),
          Panels.metric("win_rate", Panels.JUDGES));

  private final String jobId = "job-" + UUID.randomUUID();
  private final Wire wire = Wire.ofTheApplication();
  private final Set<String> replied = new HashSet<>();

  @AfterEach
  void disconnect() {
    wire.close();
  }

  @Test
  void twoModelsAreComparedAndEachSampleCountsOnceHoweverOftenItsOutputsCome() {
    start(false);
    for (int i = 0; i < SAMPLES; i++) {
      send("a", i, answer("42"));
      send("a", i, answer("42"));
    }
    for (int i = 0; i < SAMPLES; i++) {
      send("b", i, i == 0 ? new Completion.Refused("policy") : answer(i < 10 ? "42" : "41"));
    }
    wire.flush();
    await().atMost(SOON).until(() -> reply() && settled() == 2L * SAMPLES);

    var issued = Map.of("a", (long) SAMPLES, "b", (long) SAMPLES);
    wire.send(Fixtures.job(jobId, Job.State.FINISHING, false, issued, METRICS, "a", "b"));
    wire.flush();
    await().atMost(SOON).until(() -> finals().size() == 6);
    // b has no answer to one sample; nine answers are equal, ten are won by a
    assertThat(metric("a", "win_rate").value()).isEqualTo((9 * 0.5 + 10) / 19);
    assertThat(metric("a", "win_rate").n()).isEqualTo(19);
    assertThat(metric("b", "win_rate").value()).isEqualTo(9 * 0.5 / 19);
    assertThat(metric("a", "judge_pass").value()).isEqualTo(1);
    assertThat(metric("b", "judge_pass").value()).isEqualTo(9.0 / 19);
    assertThat(metric("b", "exact_match").missing()).isEqualTo(1);
  }

  @Test
  void whatWaitsForARivalIsSkippedWhenTheJobIsCancelled() {
    start(false);
    send("a", 1, answer("42"));
    wire.flush();
    await().atMost(SOON).until(() -> !candidates().isEmpty());
    assertThat(scores()).isEmpty();
    start(true);
    await().atMost(SOON).until(() -> !scores().isEmpty());
    assertThat(scores())
        .singleElement()
        .satisfies(score -> {
          assertThat(score.status()).isEqualTo(Status.SKIPPED);
          assertThat(score.reason()).contains("the job was stopped");
        });
  }

  private void start(boolean cancelled) {
    wire.send(Fixtures.job(jobId, Job.State.RUNNING, cancelled, Map.of(), METRICS, "a", "b"));
    wire.flush();
  }

  private void send(String model, int sample, Completion completion) {
    wire.send(
        output(key(jobId, model, sample), "42", completion, METRICS, Panels.judging("a", "b")));
  }

  /// Answers the questions that have come since.
  private boolean reply() {
    for (Prompt question : questions()) {
      if (replied.add(question.recordKey())) {
        wire.send(output(question, Panels.verdict(question)));
      }
    }
    wire.flush();
    return true;
  }

  private List<Prompt> questions() {
    return wire.read(
        Topics.prompts("default"),
        new EventDeserializer.OfPrompt(),
        it -> it.key().jobId().equals(jobId));
  }

  private List<String> candidates() {
    return wire.records(Topics.CANDIDATES, new EventDeserializer.OfCandidate()).stream()
        .map(record -> record.key())
        .filter(key -> key.startsWith(jobId))
        .toList();
  }

  private long settled() {
    return scores().stream().map(it -> it.key().text()).distinct().count();
  }

  private List<Score> scores() {
    return wire.read(
        Topics.SCORES, new EventDeserializer.OfScore(), it -> it.key().jobId().equals(jobId));
  }

  private List<MetricSnapshot> finals() {
    return wire.read(
        Topics.METRICS,
        new EventDeserializer.OfMetricSnapshot(),
        it -> it.jobId().equals(jobId) && it.last());
  }

  private MetricSnapshot metric(String model, String name) {
    return finals().stream()
        .filter(it -> it.modelId().equals(model) && it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

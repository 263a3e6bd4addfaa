package io.assay.evaluator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.DeadLetter;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.event.Topics;
import io.assay.contracts.event.WorkerState;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.Limits;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.evaluator.provider.TestPrompts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole service against a real broker.
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class EvaluatorWiringTest {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Inject Membership membership;

  private TestKafka kafka;

  @BeforeEach
  void connect() {
    kafka =
        new TestKafka(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
  }

  @AfterEach
  void disconnect() {
    kafka.close();
  }

  private static Prompt inJob(String job, ModelSpec model, String sample, String question) {
    var p = TestPrompts.question(model, sample, question, "42");
    var key = new SampleKey(job, model.id(), "task", sample, 1);
    return new Prompt(
        key,
        p.taskType(),
        model,
        p.request(),
        p.sample(),
        p.metrics(),
        p.maxRetries(),
        p.timeLimit(),
        Instant.now());
  }

  private Map<String, Output> outputs(String job, int expected) {
    var outputs = new HashMap<String, Output>();
    await()
        .atMost(LIMIT)
        .until(() -> {
          for (var record : kafka.poll(Topics.OUTPUTS)) {
            var output = ContractJson.mapper().readValue(record.value(), Output.class);
            if (output.key().jobId().equals(job)) {
              outputs.put(output.key().sampleId(), output);
            }
          }
          return outputs.size() >= expected;
        });
    return outputs;
  }

  @Test
  void everyPromptGetsItsOutput() {
    var outputs = evaluated("all");

    assertThat(outputs).hasSize(500);
    assertThat(outputs)
        .allSatisfy((sample, output) -> {
          assertThat(((Completion.Answered) output.completion()).answer())
              .isEqualTo(new Answer.Text("q" + sample.substring(1)));
          assertThat(output.deliveryCount()).isEqualTo(1);
          assertThat(output.attempts()).isEqualTo(1);
          assertThat(output.worker()).isNotBlank();
          assertThat(output.timing().queueWait()).isPositive();
        });
  }

  private Map<String, Output> evaluated(String job) {
    var model = TestPrompts.model("fake", "echo", "{}");
    IntStream.range(0, 500)
        .forEach(i -> kafka.send(Topics.prompts("default"), inJob(job, model, "s" + i, "q" + i)));
    return outputs(job, 500);
  }

  @Test
  void anUnusableModelSettlesItsPrompts() {
    var model = TestPrompts.model("no-such-provider", "m", "{}");
    kafka.send(Topics.prompts("default"), inJob("unusable", model, "s1", "?"));

    assertThat(outputs("unusable", 1).values())
        .singleElement()
        .extracting(Output::completion)
        .isInstanceOfSatisfying(
            Completion.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .contains("in-process, mistral, ollama, openai, recorded"));
  }

  @Test
  void anAnswerThatNoRecordHoldsFailsItsSampleAndTheStreamGoesOn(@TempDir Path folder)
      throws IOException {
    var records = folder.resolve("records.jsonl");
    Files.writeString(
        records,
        "{\"id\": \"huge\", \"output\": \"%s\"}\n{\"id\": \"lone\", \"output\": \"\\ud800 \\u202e\\u200b\\u0000\"}\n"
            .formatted("x".repeat(10_000_000)));
    var model = TestPrompts.model("recorded", "huge", "{\"path\": \"%s\"}".formatted(records));
    kafka.send(Topics.prompts("default"), inJob("huge", model, "huge", "?"));
    kafka.send(Topics.prompts("default"), inJob("huge", model, "lone", "?"));

    var outputs = outputs("huge", 2);
    assertThat(requireNonNull(outputs.get("huge")).completion())
        .isInstanceOfSatisfying(
            Completion.Refused.class,
            refused -> assertThat(refused.reason()).contains("the answer is too large"));
    assertThat(requireNonNull(outputs.get("huge")).deliveryCount()).isEqualTo(1);
    assertThat(((Completion.Answered) requireNonNull(outputs.get("lone")).completion()).answer())
        .isEqualTo(new Answer.Text("\ud800 \u202e\u200b\u0000"));
  }

  @Test
  void aRecordThatIsNoPromptBecomesADeadLetterAndTheStreamGoesOn() {
    kafka.send(Topics.prompts("default"), "odd", "{\"no\": \"prompt\"}");
    kafka.send(
        Topics.prompts("default"),
        inJob("after", TestPrompts.model("fake", "echo", "{}"), "s1", "?"));

    assertThat(outputs("after", 1)).hasSize(1);
    var letters = new ArrayList<DeadLetter>();
    await()
        .atMost(LIMIT)
        .until(() -> {
          kafka.poll(Topics.DEAD_LETTERS).forEach(r -> letters.add(letter(r.value())));
          return !letters.isEmpty();
        });
    assertThat(letters.getFirst().originalKey()).isEqualTo("odd");
    assertThat(letters.getFirst().originalValue()).isEqualTo("{\"no\": \"prompt\"}");
    assertThat(letters.getFirst().cause()).startsWith("the record is no prompt");
  }

  private static DeadLetter letter(byte[] value) {
    try {
      return ContractJson.mapper().readValue(value, DeadLetter.class);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void cancellingAJobEndsItsCallsAndSkipsTheRest() {
    var slow = TestPrompts.model("fake", "slow", "{\"delayMs\": 60000}");
    IntStream.range(0, 20)
        .forEach(
            i -> kafka.send(Topics.prompts("default"), inJob("cancelled", slow, "s" + i, "?")));
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> RestAssured.get("/api/worker").then().body("models", hasItem("fake/slow")));
    kafka.send(Topics.JOBS, cancelled("cancelled", slow));

    assertThat(outputs("cancelled", 20))
        .allSatisfy((_, output) ->
            assertThat(output.completion())
                .isEqualTo(new Completion.Skipped("the job was cancelled")));
  }

  private static Job cancelled(String id, ModelSpec model) {
    var document =
        new JobDocument(id, null, List.of(model), TestKafka.tasks(), Limits.NONE, List.of());
    return new Job(
        id,
        document,
        "",
        null,
        Job.State.RUNNING,
        true,
        false,
        Map.of(),
        Map.of(),
        List.of(),
        null,
        Instant.now(),
        null,
        null);
  }

  @Test
  void theWorkerTellsWhatItDoes() {
    RestAssured.get("/api/worker")
        .then()
        .statusCode(200)
        .body("pools", equalTo(List.of("default")))
        .body("maxInFlight", equalTo(256))
        .body(
            "providers",
            equalTo(
                List.of(
                    "anthropic",
                    "command",
                    "fake",
                    "gemini",
                    "in-process",
                    "mistral",
                    "ollama",
                    "openai",
                    "recorded")));
  }

  @Test
  void itIsReadyAndMeasured() {
    evaluated("measured");
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
    RestAssured.get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("assay_evaluator_calls_seconds_count{"))
        .body(containsString("assay_evaluator_in_flight"))
        .body(containsString("assay_evaluator_queue_wait_seconds_count"));
    RestAssured.get("/q/openapi").then().statusCode(200).body(containsString("/api/worker"));
  }

  @Test
  void itSaysThatItIsAliveAndSharesLimitsWithTheOthers() {
    await()
        .atMost(LIMIT)
        .until(() ->
            kafka.poll(Topics.WORKERS).stream()
                .map(record -> worker(record.value()))
                .anyMatch(state -> state.pools().contains("default")));
    kafka.send(
        Topics.WORKERS,
        new WorkerState("zz-other", List.of("default"), List.of(), 0, 1, List.of(), Instant.now()));
    await().atMost(LIMIT).until(() -> membership.share("default").workers() == 2);
    assertThat(membership.share("gpu").workers()).isEqualTo(1);
    await().atMost(LIMIT).until(() -> membership.share("default").workers() == 1);
  }

  private static WorkerState worker(byte[] value) {
    try {
      return ContractJson.mapper().readValue(value, WorkerState.class);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

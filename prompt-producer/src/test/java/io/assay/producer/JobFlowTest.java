package io.assay.producer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.assay.contracts.event.Job.State;
import io.assay.contracts.event.Topics;
import io.assay.producer.support.BrokerResource;
import io.assay.producer.support.Downstream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The service with a real broker: from a submitted document to a job's end.
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class JobFlowTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String DOCUMENT =
      """
      name: sums
      models: [fake/oracle, fake/echo]
      task: text-generation
      dataset: {path: sums.jsonl}
      fields: {id: id, input: question, target: answer}
      prompt: {template: "Q: {{ question }}"}
      metrics: [exact_match]
      limits: {window: 40}
      gates:
        - {metric: exact_match, op: ">=", value: 0.7}
        - {metric: exact_match, op: ">=", value: 0.72, model: fake/echo, on: bound}
      """;

  @Inject
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @TempDir Path folder;
  private Downstream downstream;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(
        folder.resolve("sums.jsonl"),
        IntStream.range(0, 150)
            .mapToObj(i ->
                "{\"id\": " + i + ", \"question\": \"" + i + "+1?\", \"answer\": " + (i + 1) + "}")
            .collect(Collectors.joining("\n")));
    downstream = new Downstream(bootstrapServers);
  }

  @AfterEach
  void close() {
    downstream.close();
  }

  @Test
  void aJobIsIssuedOnceUnderCreditAndEndsWithVerdicts() {
    String jobId =
        submit(DOCUMENT).statusCode(201).body("models", hasSize(2)).extract().path("jobId");

    await().atMost(LIMIT).until(() -> downstream.state(jobId) == State.COMPLETED);

    var prompts = downstream.received(jobId);
    assertThat(prompts).hasSize(300);
    assertThat(new HashSet<>(prompts.stream().map(each -> each.recordKey()).toList())).hasSize(300);
    var job = downstream.job(jobId);
    assertThat(job.totals()).containsEntry("fake/echo", 150L);
    assertThat(job.issued()).containsEntry("fake/echo", 150L);
    assertThat(job.startedAt()).isNotNull();
    assertThat(job.endedAt()).isNotNull();
    assertThat(job.verdicts())
        .extracting(each -> each.modelId() + ": " + each.gate() + " " + each.passed())
        .containsExactlyInAnyOrder(
            "fake/oracle: exact_match >= 0.7 true",
            "fake/echo: exact_match >= 0.7 true",
            "fake/echo: exact_match (bound) >= 0.72 false");
  }

  @Test
  void aJobThatHasEndedCanBeDeletedWithAllThatBelongsToIt() {
    downstream.settleOnly(_ -> false);
    String jobId = submit(DOCUMENT).statusCode(201).extract().path("jobId");
    given()
        .delete("/api/jobs/" + jobId)
        .then()
        .statusCode(409)
        .body("error", containsString("cancel it first"));
    downstream.settleOnly(_ -> true);
    await().atMost(LIMIT).until(() -> downstream.state(jobId) == State.COMPLETED);
    assertThat(downstream.keys(Topics.SCORES, jobId)).hasSize(300);

    given().delete("/api/jobs/" + jobId).then().statusCode(204);

    assertThat(downstream.keys(Topics.SCORES, jobId)).isEmpty();
    assertThat(downstream.keys(Topics.METRICS, jobId)).isEmpty();
    assertThat(downstream.keys(Topics.PROGRESS, jobId)).isEmpty();
    assertThat(downstream.keys(Topics.CHECKPOINTS, jobId)).isEmpty();
    assertThat(downstream.keys(Topics.JOBS, jobId)).isEmpty();
    given().delete("/api/jobs/" + jobId).then().statusCode(404);
  }

  @Test
  void noMoreThanTheWindowIsOut() {
    downstream.settleOnly(_ -> false);
    String jobId = submit(DOCUMENT).statusCode(201).extract().path("jobId");

    await().atMost(LIMIT).until(() -> downstream.received(jobId).size() >= 80);
    await()
        .during(Duration.ofMillis(700))
        .atMost(LIMIT)
        .until(() -> downstream.received(jobId).size() == 80);

    downstream.settleOnly(_ -> true);
    await().atMost(LIMIT).until(() -> downstream.state(jobId) == State.COMPLETED);
  }

  @Test
  void aCancelledJobIssuesNothingMoreAndEndsAsCancelled() {
    downstream.settleOnly(_ -> false);
    String jobId = submit(DOCUMENT).statusCode(201).extract().path("jobId");
    await().atMost(LIMIT).until(() -> downstream.received(jobId).size() >= 80);

    command(jobId, "cancel").statusCode(202).body("state", equalTo("RUNNING"));
    downstream.settleOnly(_ -> true);

    await().atMost(LIMIT).until(() -> downstream.state(jobId) == State.CANCELLED);
    assertThat(downstream.received(jobId)).hasSize(80);
    command(jobId, "cancel").statusCode(409).body("error", containsString("has ended (cancelled)"));
  }

  @Test
  void aPausedJobWaitsUntilItIsResumed() {
    downstream.settleOnly(_ -> false);
    String jobId = submit(DOCUMENT).statusCode(201).extract().path("jobId");
    await().atMost(LIMIT).until(() -> downstream.received(jobId).size() >= 80);
    command(jobId, "pause").statusCode(202).body("state", equalTo("PAUSED"));
    downstream.settleOnly(_ -> true);
    await().atMost(LIMIT).until(() -> downstream.settled(jobId, "fake/echo") == 40);
    await()
        .during(Duration.ofMillis(700))
        .atMost(LIMIT)
        .until(() -> downstream.received(jobId).size() == 80);

    command(jobId, "resume").statusCode(202).body("state", equalTo("RUNNING"));

    await().atMost(LIMIT).until(() -> downstream.state(jobId) == State.COMPLETED);
    assertThat(downstream.received(jobId)).hasSize(300);
  }

  @Test
  void whatNobodySettlesIsIssuedAgain() {
    downstream.settleOnly(prompt -> !prompt.key().sampleId().equals("7"));
    String jobId =
        submit(DOCUMENT.replace("{window: 40}", "{window: 40, unsettledAfter: 1}"))
            .statusCode(201)
            .extract()
            .path("jobId");

    await()
        .atMost(LIMIT)
        .until(() ->
            downstream.received(jobId).stream()
                    .filter(each -> each.key().sampleId().equals("7"))
                    .count()
                >= 4);
    downstream.settleOnly(_ -> true);

    await().atMost(LIMIT).until(() -> downstream.state(jobId) == State.COMPLETED);
  }

  @Test
  void aDatasetThatShrankEndsTheJobAsFailed() throws IOException {
    downstream.settleOnly(_ -> false);
    String jobId = submit(DOCUMENT).statusCode(201).extract().path("jobId");
    await().atMost(LIMIT).until(() -> downstream.received(jobId).size() >= 80);
    Files.writeString(folder.resolve("sums.jsonl"), "");
    downstream.settleOnly(_ -> true);

    await().atMost(LIMIT).until(() -> downstream.state(jobId).ended());

    // The cursors may have read ahead of the change: then all of it is there.
    var job = downstream.job(jobId);
    if (job.state() == State.FAILED) {
      assertThat(job.message()).contains("fewer samples than when the job was accepted");
    } else {
      assertThat(downstream.received(jobId)).hasSize(300);
    }
  }

  @Test
  void aBadDocumentStartsNothing() {
    submit(DOCUMENT.replace("exact_match]", "exact_mach]"))
        .statusCode(422)
        .body("problems[0].line", equalTo(7))
        .body("problems[0].path", equalTo("metrics[0]"))
        .body("problems[0].message", equalTo("unknown metric exact_mach"))
        .body("problems[0].suggestion", equalTo("did you mean exact_match?"));
  }

  @Test
  void aDocumentCanBeCheckedOnly() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("document", DOCUMENT, "baseDir", folder.toString()))
        .post("/api/jobs/validate")
        .then()
        .statusCode(200)
        .body("problems", hasSize(0))
        .body("samples", equalTo(150));
  }

  @Test
  void aRequestThatIsNoneIsExplained() {
    given()
        .contentType(ContentType.JSON)
        .body("{")
        .post("/api/jobs")
        .then()
        .statusCode(400)
        .body("error", containsString("the body is not as expected"));
    given()
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/api/jobs")
        .then()
        .statusCode(400)
        .body("error", equalTo("document is missing"));
    command("nope", "cancel").statusCode(404).body("error", equalTo("there is no job nope"));
  }

  @Test
  void theCatalogueIsReadFilteredWrittenAndRemovedFrom() {
    given().get("/api/models").then().statusCode(200).body("size()", greaterThan(70));
    given()
        .queryParam("taskType", "speech-recognition")
        .queryParam("openness", "open-source")
        .get("/api/models")
        .then()
        .body("id", hasItem("openai/whisper-tiny"));
    given()
        .queryParam("openness", "shut")
        .get("/api/models")
        .then()
        .statusCode(400)
        .body("error", containsString("open-source or proprietary"));
    given()
        .get("/api/models/openai/whisper-tny")
        .then()
        .statusCode(404)
        .body("error", containsString("did you mean openai/whisper-tiny?"));
    String card =
        """
        {"id": "own/x", "title": "X", "family": "X", "taskTypes": ["text-generation"],
         "openness": "open-source", "offering": "model", "stage": "foundation"}
        """;
    given()
        .contentType(ContentType.JSON)
        .body(card)
        .put("/api/models/own/x")
        .then()
        .statusCode(200)
        .body("title", equalTo("X"));
    given()
        .get("/api/models/own/x")
        .then()
        .statusCode(200)
        .body("openness", equalTo("open-source"));
    given()
        .contentType(ContentType.JSON)
        .body(card)
        .put("/api/models/own/y")
        .then()
        .statusCode(400);
    given().delete("/api/models/own/x").then().statusCode(204);
    given().get("/api/models/own/x").then().statusCode(404);
  }

  @Test
  void definitionsHealthAndMetricsAreServed() {
    given().get("/api/metrics").then().statusCode(200).body("name", hasItem("exact_match"));
    given().get("/api/task-types").then().statusCode(200).body("name", hasItem("embedding"));
    given().get("/api/schema/job").then().statusCode(200).body("title", equalTo("Assay job"));
    given().get("/q/health/ready").then().statusCode(200);
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("assay_producer_jobs_open"));
    given()
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body("paths.keySet()", hasItem("/api/jobs/{id}/cancel"));
  }

  @Test
  void anotherServiceMayAnswerUnderTheSameAddresses() {
    assertThat(given().get("/api/jobs").asString()).isEqualTo("all jobs");
    assertThat(given().get("/api/jobs/x").asString()).isEqualTo("job x");
    command("x", "cancel").statusCode(404).body("error", equalTo("there is no job x"));
  }

  private ValidatableResponse submit(String document) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("document", document, "baseDir", folder.toString()))
        .post("/api/jobs")
        .then();
  }

  private static ValidatableResponse command(String jobId, String command) {
    return given().post("/api/jobs/" + jobId + "/" + command).then();
  }
}

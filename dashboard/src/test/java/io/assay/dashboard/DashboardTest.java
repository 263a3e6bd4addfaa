package io.assay.dashboard;

import static io.assay.dashboard.Samples.METRIC;
import static io.assay.dashboard.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.contracts.event.Job;
import io.assay.contracts.event.Topics;
import io.assay.contracts.wire.EventType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whole service on a real broker.
@QuarkusTest
@QuarkusTestResource(KafkaForTests.class)
class DashboardTest {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka = "";

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URL url;

  private int port;

  private Publisher publisher;
  private Http http;

  @BeforeEach
  void connect() {
    publisher = new Publisher(kafka);
    port = url.getPort();
    http = new Http(port);
  }

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  void whatIsPublishedIsShown() {
    publisher.publish(
        Samples.job("shown", Job.State.RUNNING, "m/a"),
        Samples.checkpoint("shown", "m/a", 5, 10),
        Samples.output(key("shown", "m/a", 1), "o1", "42"),
        Samples.score(key("shown", "m/a", 1), "o1", 1),
        Samples.metric("shown", "m/a", 1, 1, false),
        Samples.progress("shown", "m/a", 1, 0));

    await()
        .untilAsserted(
            () -> assertThat(http.get("/api/jobs/shown").path("done").asInt()).isEqualTo(2));
    var job = http.get("/api/jobs/shown");
    assertThat(job.path("source").asText()).isEqualTo("name: Sums of shown");
    assertThat(job.path("settled").asBoolean()).isFalse();
    assertThat(job.path("models").path(0).path("counts").path("inFlight").asInt()).isEqualTo(3);
    await()
        .untilAsserted(() ->
            assertThat(http.get("/api/jobs/shown").at("/models/0/metrics/0/name").asText())
                .isEqualTo(METRIC));
    await()
        .untilAsserted(() ->
            assertThat(http.get("/api/jobs/shown/samples").at("/rows/0/status").asText())
                .isEqualTo("SCORED"));
    assertThat(http.get("/api/jobs?q=shown").path("total").asInt()).isEqualTo(1);
    var sample = http.get("/api/jobs/shown/sample?model=m/a&task=sums&sample=s1");
    assertThat(sample.at("/prompt/messages/0/role").asText()).isEqualTo("system");
    assertThat(http.get("/api/jobs/shown/series?metric=" + METRIC).path("points")).hasSize(1);
  }

  @Test
  void aJobEndsAndIsSettledWithItsFinalMetrics() {
    publisher.publish(
        Samples.job("ending", Job.State.COMPLETED, "m/a"),
        Samples.checkpoint("ending", "m/a", 11, 11),
        Samples.metric("ending", "m/a", 0.5, 10, true),
        Samples.progress("ending", "m/a", 10, 1));
    await()
        .untilAsserted(
            () -> assertThat(http.get("/api/jobs/ending").path("settled").asBoolean()).isTrue());
  }

  @Test
  void aRecordThatCannotBeReadIsCountedAndPassedOver() {
    publisher.garbage(Topics.OUTPUTS, "garbage");
    publisher.publish(
        Samples.job("after", Job.State.RUNNING, "m/a"),
        Samples.output(key("after", "m/a", 1), "o1", "42"));
    await().until(() -> http.get("/api/jobs/after/samples").path("total").asInt() == 1);
    assertThat(meter("assay_dashboard_unreadable_total{topic=\"assay.outputs\"}")).isPositive();
  }

  @Test
  void aDeletedJobIsGone() {
    publisher.publish(Samples.job("deleted", Job.State.COMPLETED, "m/a"));
    await().until(() -> http.get("/api/jobs?q=deleted").path("total").asInt() == 1);
    publisher.tombstone(EventType.JOB, "deleted");
    await().until(() -> http.get("/api/jobs?q=deleted").path("total").asInt() == 0);
  }

  @Test
  void theProducersCommandsUnderTheSamePathAreReached() {
    assertThat(http.post("/api/jobs", "{}").body()).contains("submitted");
    assertThat(http.post("/api/jobs/j1/cancel", "{}").body()).contains("CANCELLED");
    assertThat(http.get("/api/jobs").has("rows")).isTrue();
  }

  @Test
  void errorsSayWhatWasWrong() {
    assertThat(http.text("/api/jobs/none")).startsWith("404 ").contains("job none is unknown");
    assertThat(http.text("/api/jobs?state=odd")).startsWith("400 ").contains("RUNNING");
    publisher.publish(Samples.job("errors", Job.State.RUNNING, "m/a"));
    await().until(() -> http.get("/api/jobs/errors").has("jobId"));
    assertThat(http.text("/api/jobs/errors/samples?sort=odd")).startsWith("400 ").contains("score");
    assertThat(http.text("/api/jobs/errors/samples?sort=score"))
        .startsWith("400 ")
        .contains("metric=");
    assertThat(http.text("/api/jobs/errors/samples?limit=0")).startsWith("400 ").contains("limit");
    assertThat(http.text("/api/jobs/errors/sample?model=m/a")).startsWith("400 ").contains("task");
    assertThat(http.text("/api/live?scope=odd")).startsWith("400 ").contains("job:ID");
  }

  @Test
  void aStreamThatBrokeGoesOnWhereItWas() {
    publisher.publish(
        Samples.job("stream", Job.State.RUNNING, "m/a", "m/b"),
        Samples.metric("stream", "m/a", 0.5, 10, false),
        Samples.metric("stream", "m/b", 0.5, 10, false));
    await().until(() -> http.get("/api/jobs/stream").at("/models/1/metrics").size() == 1);
    await().until(() -> http.get("/api/jobs/stream").at("/models/0/metrics").size() == 1);

    String id;
    try (var stream = new EventStream(port, "/api/live?scope=job:stream", "")) {
      var snapshot = stream.next("snapshot");
      assertThat(snapshot.data().path("cells")).hasSize(2);
      assertThat(snapshot.data().path("cols").path(0).asText()).isEqualTo("model");
      assertThat(snapshot.data().path("job").path("jobId").asText()).isEqualTo("stream");
      id = snapshot.id();
    }
    publisher.publish(Samples.metric("stream", "m/b", 0.75, 20, false));
    try (var stream = new EventStream(port, "/api/live?scope=job:stream", id)) {
      var changed = stream.next("metrics");
      assertThat(changed.data().path("cells")).hasSize(1);
      assertThat(changed.data().at("/cells/0/5").asDouble()).isEqualTo(0.75);
    }
    try (var stream = new EventStream(port, "/api/live?scope=job:stream&since=old-7", "")) {
      assertThat(stream.next("snapshot").data().path("cells")).hasSize(2);
    }
    await().until(() -> meter("assay_dashboard_live_disconnects_total") >= 3);
  }

  @Test
  void aClientThatDoesNotReadSlowsNobody() throws IOException {
    var models = new String[300];
    for (int i = 0; i < models.length; i++) {
      models[i] = "model-with-a-long-name-to-make-frames-larger/" + i;
    }
    publisher.publish(Samples.job("stalled", Job.State.RUNNING, models));
    await().until(() -> http.get("/api/jobs/stalled").has("jobId"));
    double skippedBefore = meter("assay_dashboard_live_skipped_total");
    try (var _ = EventStream.thatDoesNotRead(port, "/api/live?scope=job:stalled");
        var reader = new EventStream(port, "/api/live?scope=job:stalled", "")) {
      reader.next("snapshot");
      int[] round = {0};
      await()
          .atMost(Duration.ofSeconds(60))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> {
            publisher.publish(Samples.progress("stalled", models[0], ++round[0], 0));
            reader.next("job");
            return meter("assay_dashboard_live_skipped_total") > skippedBefore + 3;
          });
      publisher.publish(Samples.progress("stalled", models[0], 100_000, 0));
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> reader.next("job").data().path("done").asLong() == 100_001);
    }
  }

  @Test
  void pagesAreOnePageAndAssetsAreKept() {
    assertThat(http.text("/jobs/some-job?task=sums")).isEqualTo(http.text("/index.html"));
    assertThat(http.text("/models/openai/gpt-4.1")).isEqualTo(http.text("/index.html"));
    assertThat(http.text("/api/nowhere")).startsWith("404 ");
    assertThat(http.text("/assets/nothing-01.js")).startsWith("404 ");
    var asset = http.send(http.request("/assets/of-tests-0123abcd.js").build());
    assertThat(asset.statusCode()).isEqualTo(200);
    assertThat(asset.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
    assertThat(http.send(http.request("/index.html").build()).headers().firstValue("Cache-Control"))
        .hasValue("no-cache");
    assertThat(asset.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(value -> assertThat(value).contains("default-src 'self'"));
    assertThat(asset.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @Test
  void otherSitesPagesAreKeptOut() {
    assertThat(http.post("/api/jobs", "{}", "Origin", "https://elsewhere.example").statusCode())
        .isEqualTo(403);
    assertThat(http.post("/api/jobs", "{}", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(http.post("/api/jobs", "{}", "Origin", "http://localhost:" + port).statusCode())
        .isEqualTo(200);
    assertThat(
            http.raw(
                "GET /api/jobs HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
        .contains(" 403 ");
    assertThat(
            http.raw("GET /api/jobs HTTP/1.1\r\nHost: 127.0.0.1:8081\r\nConnection: close\r\n\r\n"))
        .contains(" 200 ");
  }

  @Test
  void aServiceThatHasCaughtUpIsReadyAndDocumented() {
    await().untilAsserted(() -> assertThat(http.text("/q/health/ready")).startsWith("200 "));
    assertThat(http.text("/q/openapi")).contains("/api/jobs/{jobId}/samples");
    assertThat(http.text("/api/no-such-thing")).startsWith("404 {\"error\":");
    assertThat(meter("assay_dashboard_records_total{topic=\"assay.jobs\"}")).isPositive();
  }

  private double meter(String name) {
    return http.text("/q/metrics")
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}

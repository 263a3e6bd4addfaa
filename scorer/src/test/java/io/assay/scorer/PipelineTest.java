package io.assay.scorer;

import static io.assay.scorer.Fixtures.answer;
import static io.assay.scorer.Fixtures.key;
import static io.assay.scorer.Fixtures.output;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.DeadLetter;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Progress;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.event.Topics;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.EventDeserializer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The service as it runs: its channels, its broker.
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class PipelineTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final String jobId = "job-" + UUID.randomUUID();
  private final Wire wire = Wire.ofTheApplication();

  @AfterEach
  void disconnect() {
    wire.close();
  }

  @Test
  void aJobGoesFromOutputsToFinalMetrics() {
    wire.send(Fixtures.job(jobId, Job.State.RUNNING, Map.of(), "a", "empty"));
    wire.flush();
    for (int i = 0; i < 100; i++) {
      wire.send(output(key(jobId, "a", i), "42", answer(i < 60 ? "42" : "41")));
    }
    wire.send(output(key(jobId, "a", 100), "42", new Completion.Refused("policy")));
    wire.flush();

    await().atMost(SOON).until(() -> settled("a") == 101);
    assertThat(last("a")).isEmpty();
    await().atMost(SOON).until(() -> metric("a", "exact_match").isPresent());

    var issued = Map.of("a", 101L, "empty", 0L);
    wire.send(Fixtures.job(jobId, Job.State.FINISHING, issued, "a", "empty"));
    await().atMost(SOON).until(() -> last("a").isPresent() && last("empty").isPresent());

    var accuracy = metric("a", "exact_match").orElseThrow();
    assertThat(accuracy.last()).isTrue();
    assertThat(accuracy.value()).isEqualTo(0.6);
    assertThat(accuracy.n()).isEqualTo(100);
    assertThat(accuracy.missing()).isEqualTo(1);
    assertThat(last("a").orElseThrow().finalMetrics()).isEqualTo(2);
    assertThat(last("empty").orElseThrow().counts().settled()).isZero();
    assertThat(finals()).hasSize(4);

    wire.send(Fixtures.job(jobId, Job.State.COMPLETED, issued, "a", "empty"));
    given().get("/q/health/ready").then().statusCode(200);
    given().get("/api/scorer/partitions").then().statusCode(200);
  }

  @Test
  void whatCannotBeJudgedIsADeadLetterAndStillSettlesItsSample() {
    wire.send(Fixtures.job(jobId, Job.State.RUNNING, Map.of(), "a"));
    wire.flush();
    var unknown = List.of(MetricSpec.of("no_such_metric"));
    wire.send(output(key(jobId, "a", 1), "42", answer("42"), unknown));
    wire.sendRaw(
        Topics.OUTPUTS, key(jobId, "a", 2).text(), "{ no json".getBytes(StandardCharsets.UTF_8));
    wire.sendRaw(Topics.OUTPUTS, jobId, "null".getBytes(StandardCharsets.UTF_8));
    wire.send(output(key(jobId, "a", 3), "42", answer("42")));
    wire.flush();

    await().atMost(SOON).until(() -> scores().size() == 3);
    assertThat(scores())
        .extracting(score -> score.key().sampleId() + " " + score.status())
        .containsExactlyInAnyOrder(
            "sample-1 " + Status.DEAD_LETTER,
            "sample-2 " + Status.DEAD_LETTER,
            "sample-3 " + Status.SCORED);
    await().atMost(SOON).until(() -> letters().size() >= 2);
    assertThat(letters()).extracting(DeadLetter::stage).containsOnly("scorer");
    assertThat(letters())
        .anySatisfy(letter -> assertThat(letter.cause()).contains("no_such_metric"))
        .anySatisfy(letter -> assertThat(letter.originalValue()).isEqualTo("{ no json"));
  }

  private List<Score> scores() {
    return wire.read(
        Topics.SCORES, new EventDeserializer.OfScore(), it -> it.key().jobId().equals(jobId));
  }

  private List<DeadLetter> letters() {
    return wire.read(
        Topics.DEAD_LETTERS,
        new EventDeserializer.OfDeadLetter(),
        it -> it.recordKey().startsWith(jobId));
  }

  private List<Progress> progress(String model) {
    return wire.read(
        Topics.PROGRESS,
        new EventDeserializer.OfProgress(),
        it -> it.jobId().equals(jobId) && it.modelId().equals(model));
  }

  private long settled(String model) {
    var all = progress(model);
    return all.isEmpty() ? 0 : all.getLast().counts().settled();
  }

  private Optional<Progress> last(String model) {
    return progress(model).stream().filter(Progress::last).findFirst();
  }

  private Optional<MetricSnapshot> metric(String model, String name) {
    return metrics().stream()
        .filter(it -> it.modelId().equals(model) && it.name().equals(name))
        .reduce((_, later) -> later);
  }

  private List<MetricSnapshot> finals() {
    return metrics().stream().filter(MetricSnapshot::last).toList();
  }

  private List<MetricSnapshot> metrics() {
    return wire.read(
        Topics.METRICS, new EventDeserializer.OfMetricSnapshot(), it -> it.jobId().equals(jobId));
  }
}

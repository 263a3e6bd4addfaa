package io.assay.scorer;

import static io.assay.scorer.Fixtures.answer;
import static io.assay.scorer.Fixtures.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Sample;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.event.Topics;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.contracts.wire.EventDeserializer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whatever an answer or a sample is, it has the defined value or fails with the reason, and what
/// comes after it is scored.
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class BadInputTest {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final List<MetricSpec> OVERLAP =
      List.of(
          MetricSpec.of("exact_match"),
          MetricSpec.of("token_f1"),
          MetricSpec.of("bleu"),
          MetricSpec.of("chrf"),
          MetricSpec.of("ter"),
          MetricSpec.of("rougeL"),
          MetricSpec.of("meteor"),
          MetricSpec.of("length"));

  private final String jobId = "job-" + UUID.randomUUID();
  private final Wire wire = Wire.ofTheApplication();
  private int sent;

  @AfterEach
  void disconnect() {
    wire.close();
  }

  @Test
  void eachHasItsValueOrItsReasonAndTheStreamGoesOn() {
    wire.send(Fixtures.job(jobId, Job.State.RUNNING, false, Map.of(), OVERLAP, "a"));
    wire.flush();

    int emptyAnswer = send("", text("the cat"), OVERLAP);
    int emptyReference = send("the cat", text(""), OVERLAP);
    int noTarget = send("the cat", null, OVERLAP);
    int lone = send("\ud800 the \udc00 cat", text("the cat \udbff"), OVERLAP);
    int odd = send("\u202eshalom\u202c \u200b\u200d\ufeff שלום\u0000", text("שלום"), OVERLAP);
    int regex =
        send("a".repeat(5_000), null, List.of(metric("regex_match", "{\"pattern\": \"(a+)+b\"}")));
    int ignored =
        send(
            "a".repeat(5_000),
            text("a"),
            List.of(metric("exact_match", "{\"regexes_to_ignore\": [\"(a+)+b\"]}")));
    int schema =
        send(
            "\"" + "a".repeat(5_000) + "\"",
            null,
            List.of(metric("json_schema", "{\"schema\": {\"pattern\": \"(a+)+b\"}}")));
    int formula =
        send(
            "a".repeat(5_000),
            null,
            List.of(metric("expression", "{\"expression\": \"STR_MATCHES(output, '(a+)+b')\"}")));
    int deep =
        send(
            "[".repeat(100_000) + "]".repeat(100_000), null, List.of(MetricSpec.of("json_schema")));
    int large = send("word ".repeat(150_000), text("word"), OVERLAP);
    int after = send("the cat", text("the cat"), OVERLAP);
    wire.flush();

    await().atMost(SOON).until(() -> scores().size() == sent);
    var scores =
        scores().stream().collect(Collectors.toMap(it -> it.key().sampleId(), Function.identity()));
    assertValue(scores, emptyAnswer, "exact_match", 0);
    assertValue(scores, emptyAnswer, "ter", 100);
    assertValue(scores, emptyAnswer, "length", 0);
    assertEnded(scores, emptyReference);
    assertFailed(scores, noTarget, "target of sample");
    assertValue(scores, lone, "exact_match", 0);
    assertValue(scores, odd, "exact_match", 0);
    assertFailed(scores, regex, "backtracks too much");
    assertFailed(scores, ignored, "backtrack");
    assertFailed(scores, schema, "backtracks too much");
    assertFailed(scores, formula, "backtracks too much");
    assertValue(scores, deep, "json_schema", 0);
    assertEnded(scores, large);
    assertValue(scores, after, "exact_match", 1);
  }

  /// A value or a reason: not an error of ours.
  private static void assertEnded(Map<String, Score> scores, int sample) {
    Score score = score(scores, sample);
    assertThat(score.status()).isIn(Status.SCORED, Status.FAILED_MODEL);
    if (score.status() == Status.FAILED_MODEL) {
      assertThat(score.reason()).isNotBlank();
    }
  }

  private static void assertFailed(Map<String, Score> scores, int sample, String why) {
    Score score = score(scores, sample);
    assertThat(score.status()).isEqualTo(Status.FAILED_MODEL);
    assertThat(score.reason()).contains(why);
    assertThat(score.contributions()).isEmpty();
  }

  private static void assertValue(
      Map<String, Score> scores, int sample, String metric, double value) {
    Score score = score(scores, sample);
    assertThat(score.status()).as(String.valueOf(score.reason())).isEqualTo(Status.SCORED);
    assertThat(score.contributions())
        .filteredOn(each -> each.metric().name().equals(metric))
        .singleElement()
        .satisfies(each -> assertThat(each.value()).isEqualTo(value));
  }

  private static Score score(Map<String, Score> scores, int sample) {
    return java.util.Objects.requireNonNull(scores.get("sample-" + sample));
  }

  private int send(String answer, @Nullable JsonNode target, List<MetricSpec> metrics) {
    sent++;
    SampleKey key = key(jobId, "a", sent);
    var sample = new Sample(key.sampleId(), text("?"), target, null, Map.of());
    var request =
        new ModelRequest.GenerateText(
            List.of(new ModelRequest.ChatMessage("user", "?")), GenerationSettings.DEFAULTS);
    var prompt =
        new Prompt(
            key,
            "text-generation",
            Fixtures.model("a"),
            request,
            sample,
            metrics,
            null,
            null,
            null,
            Instant.now());
    wire.send(Fixtures.output(prompt, answer(answer)));
    return sent;
  }

  private static TextNode text(String text) {
    return TextNode.valueOf(text);
  }

  private static MetricSpec metric(String name, String params) {
    try {
      var mapper = ContractJson.mapper();
      var read =
          mapper
              .readerFor(
                  mapper.getTypeFactory().constructMapType(Map.class, String.class, JsonNode.class))
              .<Map<String, JsonNode>>readValue(params);
      return new MetricSpec(name, name, read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Score> scores() {
    return wire.read(
        Topics.SCORES, new EventDeserializer.OfScore(), it -> it.key().jobId().equals(jobId));
  }
}

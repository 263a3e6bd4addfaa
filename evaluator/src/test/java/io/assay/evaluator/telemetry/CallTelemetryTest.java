package io.assay.evaluator.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Output;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.TestPrompts;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallTelemetryTest {

  private static final ModelSpec MODEL =
      new ModelSpec(
          "acme/one",
          "mistral",
          "one-large",
          "https://models.test/v1",
          null,
          ModelSpec.DEFAULT_POOL,
          Map.of(),
          null);

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(metrics).build())
          .build();

  @AfterEach
  void close() {
    sdk.close();
  }

  private static Output output(Completion completion, int attempts) {
    return new Output(
        "o1",
        TestPrompts.question(MODEL, "s1", "?", "!"),
        completion,
        new Output.Timing(10, 500, 250.0, 2000),
        attempts,
        1,
        "w",
        Instant.parse("2026-01-01T00:00:10Z"));
  }

  private static Completion answered() {
    return new Completion.Answered(
        new Answer.Text("yes"),
        "stop",
        new Completion.Usage(100L, 20L, 0.5, 30L, null),
        "one-large-2026");
  }

  @Test
  void aCallIsASpanWithTheNamesOfTheConventions() {
    new CallTelemetry(sdk).record(output(answered(), 2));

    SpanData span = spans.getFinishedSpanItems().getFirst();
    assertThat(span.getName()).isEqualTo("chat one-large");
    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.getEndEpochNanos() - span.getStartEpochNanos()).isEqualTo(2_500_000_000L);
    Map<String, Object> attributes = attributes(span);
    assertThat(attributes)
        .containsEntry("gen_ai.operation.name", "chat")
        .containsEntry("gen_ai.provider.name", "mistral_ai")
        .containsEntry("gen_ai.request.model", "one-large")
        .containsEntry("gen_ai.response.model", "one-large-2026")
        .containsEntry("gen_ai.usage.input_tokens", 100L)
        .containsEntry("gen_ai.usage.output_tokens", 20L)
        .containsEntry("gen_ai.usage.cache_read.input_tokens", 30L)
        .containsEntry("gen_ai.response.time_to_first_chunk", 0.25)
        .containsEntry("server.address", "models.test")
        .containsEntry("server.port", 443L)
        .containsEntry("assay.attempts", 2L)
        .containsEntry("assay.sample.id", "s1")
        .doesNotContainKey("error.type");
    assertThat(attributes.get("gen_ai.response.finish_reasons")).hasToString("[stop]");
  }

  @Test
  void aFailureSaysItsTypeAndReason() {
    new CallTelemetry(sdk).record(output(new Completion.TimedOut(3, "too slow"), 3));

    SpanData span = spans.getFinishedSpanItems().getFirst();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getStatus().getDescription()).isEqualTo("too slow");
    assertThat(attributes(span)).containsEntry("error.type", "timeout");
  }

  @Test
  void metricsHaveTheConventionsNamesUnitsAndSums() {
    var telemetry = new CallTelemetry(sdk);
    telemetry.record(output(answered(), 1));
    telemetry.record(output(answered(), 1));

    Map<String, MetricData> byName = new HashMap<>();
    metrics.collectAllMetrics().forEach(each -> byName.put(each.getName(), each));
    assertThat(byName)
        .containsOnlyKeys(
            "gen_ai.client.operation.duration",
            "gen_ai.client.operation.time_to_first_chunk",
            "gen_ai.client.token.usage");
    var duration = Objects.requireNonNull(byName.get("gen_ai.client.operation.duration"));
    assertThat(duration.getUnit()).isEqualTo("s");
    assertThat(duration.getHistogramData().getPoints())
        .singleElement()
        .satisfies(point -> {
          assertThat(point.getCount()).isEqualTo(2);
          assertThat(point.getSum()).isEqualTo(4.0);
          assertThat(point.getBoundaries()).contains(0.01, 81.92);
        });
    assertThat(
            Objects.requireNonNull(byName.get("gen_ai.client.token.usage"))
                .getHistogramData()
                .getPoints())
        .extracting(point ->
            point.getAttributes().get(AttributeKey.stringKey("gen_ai.token.type"))
                + " "
                + point.getSum())
        .containsExactlyInAnyOrder("input 200.0", "output 40.0");
  }

  @Test
  void aPromptWithoutACallIsNoSpan() {
    new CallTelemetry(sdk).record(output(new Completion.Skipped("cancelled"), 0));

    assertThat(spans.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void withoutConfigurationNothingIsLoaded() {
    assertThat(Telemetry.of(Map.of("OTEL_SERVICE_NAME", "x"))).isSameAs(OpenTelemetry.noop());
  }

  /// The SDK reads system properties as it reads the environment.
  @Test
  void whatIsConfiguredIsExportedOverOtlp() throws IOException {
    var paths = new ConcurrentLinkedQueue<String>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          paths.add(
              exchange.getRequestURI().getPath()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Content-Type"));
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
    System.setProperty("otel.exporter.otlp.endpoint", endpoint);
    try {
      var telemetry = Telemetry.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint));
      new CallTelemetry(telemetry).record(output(answered(), 1));
      new Telemetry().close(telemetry);
    } finally {
      System.clearProperty("otel.exporter.otlp.endpoint");
      server.stop(0);
    }

    assertThat(paths)
        .contains("/v1/traces application/x-protobuf", "/v1/metrics application/x-protobuf");
  }

  private static Map<String, Object> attributes(SpanData span) {
    var attributes = new HashMap<String, Object>();
    span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
    return attributes;
  }
}

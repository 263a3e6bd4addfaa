package io.assay.evaluator.telemetry;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Output;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One span and the metrics of each call, by the semantic conventions for generative AI of
/// OpenTelemetry (semconv 1.41, status: development): `gen_ai.client.operation.duration`,
/// `gen_ai.client.operation.time_to_first_chunk` and `gen_ai.client.token.usage`. What the
/// conventions do not name is under `assay.`.
@Singleton
public final class CallTelemetry {

  private static final String SCOPE = "io.assay.evaluator";

  /// Bucket boundaries that the conventions advise.
  private static final List<Double> SECONDS =
      List.of(
          0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);

  private static final List<Long> TOKENS =
      List.of(
          1L,
          4L,
          16L,
          64L,
          256L,
          1024L,
          4096L,
          16_384L,
          65_536L,
          262_144L,
          1_048_576L,
          4_194_304L,
          16_777_216L,
          67_108_864L);

  private static final AttributeKey<String> TOKEN_TYPE =
      AttributeKey.stringKey("gen_ai.token.type");

  private final boolean on;
  private final Tracer tracer;
  private final DoubleHistogram duration;
  private final DoubleHistogram firstChunk;
  private final LongHistogram tokens;

  /// Tells it to OpenTelemetry, if that is configured.
  public CallTelemetry(OpenTelemetry telemetry) {
    this.on = !telemetry.equals(OpenTelemetry.noop());
    this.tracer = telemetry.getTracer(SCOPE);
    Meter meter = telemetry.getMeter(SCOPE);
    this.duration =
        meter
            .histogramBuilder("gen_ai.client.operation.duration")
            .setDescription("GenAI operation duration")
            .setUnit("s")
            .setExplicitBucketBoundariesAdvice(SECONDS)
            .build();
    this.firstChunk =
        meter
            .histogramBuilder("gen_ai.client.operation.time_to_first_chunk")
            .setDescription("Time to receive the first chunk of a streamed answer")
            .setUnit("s")
            .setExplicitBucketBoundariesAdvice(SECONDS)
            .build();
    this.tokens =
        meter
            .histogramBuilder("gen_ai.client.token.usage")
            .setDescription("Number of input and output tokens used")
            .setUnit("{token}")
            .ofLongs()
            .setExplicitBucketBoundariesAdvice(TOKENS)
            .build();
  }

  /// Tells of a call that was made; of a prompt that was settled without one there is nothing to
  /// tell.
  public void record(Output output) {
    if (!on || output.attempts() == 0) {
      return;
    }
    var common = CallAttributes.common(output);
    metrics(output, common);
    span(output, common);
  }

  private void metrics(Output output, Attributes common) {
    duration.record(output.timing().call() / 1000, common);
    Double first = output.timing().firstToken();
    if (first != null) {
      firstChunk.record(first / 1000, common);
    }
    if (output.completion() instanceof Completion.Answered answered) {
      count(answered.usage().inputTokens(), "input", common);
      count(answered.usage().outputTokens(), "output", common);
    }
  }

  private void count(@Nullable Long used, String type, Attributes common) {
    if (used != null) {
      tokens.record(used, common.toBuilder().put(TOKEN_TYPE, type).build());
    }
  }

  private void span(Output output, Attributes common) {
    Instant end = output.at();
    double millis = output.timing().call() + output.timing().limitWait();
    AttributesBuilder all = common.toBuilder();
    CallAttributes.addDetails(output, all);
    Span span =
        tracer
            .spanBuilder(CallAttributes.operation(output) + " " + output.prompt().model().name())
            .setNoParent()
            .setSpanKind(SpanKind.CLIENT)
            .setStartTimestamp(end.minus(Duration.ofNanos((long) (millis * 1e6))))
            .setAllAttributes(all.build())
            .startSpan();
    CallAttributes.failure(output).ifPresent(reason -> span.setStatus(StatusCode.ERROR, reason));
    span.end(end);
  }
}

package io.assay.evaluator.telemetry;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Output;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.ModelSpec;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The attributes of a call, by the semantic conventions.
final class CallAttributes {

  private static final AttributeKey<String> ERROR = stringKey("error.type");

  private CallAttributes() {}

  /// What metrics are told apart by: few values each.
  static Attributes common(Output output) {
    ModelSpec model = output.prompt().model();
    var all = Attributes.builder();
    all.put(stringKey("gen_ai.operation.name"), operation(output));
    all.put(stringKey("gen_ai.provider.name"), provider(model.provider()));
    all.put(stringKey("gen_ai.request.model"), model.name());
    address(model, all);
    if (output.completion() instanceof Completion.Answered answered) {
      put(all, stringKey("gen_ai.response.model"), answered.reportedModel());
    } else {
      all.put(ERROR, error(output.completion()));
    }
    return all.build();
  }

  /// What only the span has.
  static void addDetails(Output output, AttributesBuilder all) {
    settings(output.prompt().request()).ifPresent(each -> add(each, all));
    all.put(stringKey("gen_ai.output.type"), outputType(output.prompt().request()));
    if (output.completion() instanceof Completion.Answered answered) {
      add(answered, all);
    }
    var timing = output.timing();
    Double first = timing.firstToken();
    put(all, doubleKey("gen_ai.response.time_to_first_chunk"), first == null ? null : first / 1000);
    all.put(doubleKey("assay.queue_wait"), timing.queueWait() / 1000);
    all.put(doubleKey("assay.limit_wait"), timing.limitWait() / 1000);
    all.put(longKey("assay.attempts"), (long) output.attempts());
    all.put(stringKey("assay.job.id"), output.key().jobId());
    all.put(stringKey("assay.model.id"), output.key().modelId());
    all.put(stringKey("assay.task"), output.key().task());
    all.put(stringKey("assay.sample.id"), output.key().sampleId());
    all.put(longKey("assay.epoch"), (long) output.key().epoch());
    var call = output.call();
    if (call != null) {
      put(all, stringKey("assay.request.id"), call.requestId());
    }
  }

  private static void add(GenerationSettings settings, AttributesBuilder all) {
    put(all, doubleKey("gen_ai.request.temperature"), settings.temperature());
    put(all, doubleKey("gen_ai.request.top_p"), settings.topP());
    put(all, longKey("gen_ai.request.max_tokens"), number(settings.maxTokens()));
    put(all, longKey("gen_ai.request.seed"), settings.seed());
    put(all, longKey("gen_ai.request.choice.count"), number(settings.choices()));
    if (!settings.stopSeqs().isEmpty()) {
      all.put(stringArrayKey("gen_ai.request.stop_sequences"), settings.stopSeqs());
    }
  }

  private static void add(Completion.Answered answered, AttributesBuilder all) {
    String finish = answered.finishReason();
    if (finish != null) {
      all.put(stringArrayKey("gen_ai.response.finish_reasons"), List.of(finish));
    }
    var usage = answered.usage();
    put(all, longKey("gen_ai.usage.input_tokens"), usage.inputTokens());
    put(all, longKey("gen_ai.usage.output_tokens"), usage.outputTokens());
    put(all, longKey("gen_ai.usage.cache_read.input_tokens"), usage.cachedTokens());
    put(all, longKey("gen_ai.usage.reasoning.output_tokens"), usage.reasoningTokens());
    put(all, doubleKey("assay.cost"), usage.cost());
  }

  private static Optional<GenerationSettings> settings(ModelRequest request) {
    return switch (request) {
      case ModelRequest.GenerateText text -> Optional.of(text.settings());
      case ModelRequest.GenerateImages images -> Optional.of(images.settings());
      case ModelRequest.EditImage edit -> Optional.of(edit.settings());
      case ModelRequest.Embed _, ModelRequest.Likelihood _, ModelRequest.Transcribe _ ->
          Optional.empty();
    };
  }

  /// The conventions' names where they have one.
  static String operation(Output output) {
    return switch (output.prompt().request()) {
      case ModelRequest.GenerateText _ -> "chat";
      case ModelRequest.Likelihood _ -> "text_completion";
      case ModelRequest.Embed _ -> "embeddings";
      case ModelRequest.GenerateImages _, ModelRequest.EditImage _ -> "generate_content";
      case ModelRequest.Transcribe _ -> "transcribe";
    };
  }

  private static String outputType(ModelRequest request) {
    return switch (request) {
      case ModelRequest.GenerateText text -> text.settings().jsonSchema() == null ? "text" : "json";
      case ModelRequest.GenerateImages _, ModelRequest.EditImage _ -> "image";
      case ModelRequest.Embed _, ModelRequest.Likelihood _, ModelRequest.Transcribe _ -> "text";
    };
  }

  private static String provider(String provider) {
    return switch (provider) {
      case "gemini" -> "gcp.gemini";
      case "mistral" -> "mistral_ai";
      default -> provider;
    };
  }

  private static void address(ModelSpec model, AttributesBuilder all) {
    String endpoint = model.endpoint();
    if (endpoint == null) {
      return;
    }
    try {
      URI address = URI.create(endpoint);
      put(all, stringKey("server.address"), address.getHost());
      int standard = "https".equals(address.getScheme()) ? 443 : 80;
      int port = address.getPort() < 0 ? standard : address.getPort();
      all.put(longKey("server.port"), (long) port);
    } catch (IllegalArgumentException _) {
      // the model was refused for it, which error.type says
    }
  }

  private static String error(Completion completion) {
    return switch (completion) {
      case Completion.Answered _ -> throw new IllegalArgumentException("an answer is no error");
      case Completion.Refused _ -> "refused";
      case Completion.Unavailable _ -> "unavailable";
      case Completion.TimedOut _ -> "timeout";
      case Completion.OverLimit _ -> "over_limit";
      case Completion.Skipped _ -> "skipped";
      case Completion.Abandoned _ -> "abandoned";
    };
  }

  /// Why there is no answer, in words; empty where there is one.
  static Optional<String> failure(Output output) {
    return switch (output.completion()) {
      case Completion.Answered _ -> Optional.empty();
      case Completion.Refused(var reason) -> Optional.of(reason);
      case Completion.Unavailable(_, var error) -> Optional.of(error);
      case Completion.TimedOut(_, var error) -> Optional.of(error);
      case Completion.OverLimit(var reason) -> Optional.of(reason);
      case Completion.Skipped(var reason) -> Optional.of(reason);
      case Completion.Abandoned(_, var reason) -> Optional.of(reason);
    };
  }

  private static @Nullable Long number(@Nullable Integer number) {
    return number == null ? null : Long.valueOf(number);
  }

  private static <T> void put(AttributesBuilder all, AttributeKey<T> key, @Nullable T value) {
    if (value != null) {
      all.put(key, value);
    }
  }
}

package io.assay.evaluator.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.Model;
import io.assay.evaluator.provider.ModelOptions;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.Secrets;
import io.assay.evaluator.provider.UnusableModelException;
import io.assay.evaluator.providers.OpenAiRequests.LikelihoodBy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// `openai`: any server that speaks OpenAI's HTTP API: OpenAI itself and Azure, vLLM, llama.cpp,
/// whisper.cpp, Ollama, LocalAI, TGI, LiteLLM and others. `endpoint` is the address up to `/v1`.
/// The key, if any, is in the variable that `apiKeyEnv` names.
///
/// Called are `/chat/completions`; `/completions` for likelihoods and for formats other than chat;
/// `/embeddings`; `/audio/transcriptions` and `/audio/translations`; `/images/generations`,
/// `/images/edits` and `/images/variations`.
///
/// Options, beside those of [Endpoints]: `keyHeader`, the header that holds the key, where it is
/// not `Authorization` (Azure: `api-key`); `attemptTimeout`, `firstTokenTimeout`, `stallTimeout` in
/// seconds; `stream`, whether texts are streamed, which measures the time to the first token and
/// between tokens and costs CPU (default false), and `streamUsage`, whether the server is asked for
/// token counts then (default true); `promptFormat` `chat` (default), `plain`, `alpaca` or
/// `llama-2`; `thinkTag`, the tag between which the model thinks before it answers (default
/// `think`, `none` to leave it); `settings`, an object of generation settings for those that a job
/// leaves open; `maxTokensParameter`, default `max_tokens` (newer OpenAI models want
/// `max_completion_tokens`); `body`, an object of further request fields; `likelihood` `echo`
/// (default) or `prompt-logprobs`; for embeddings `queryPrefix`, `passagePrefix`, `dimensions`,
/// `batchSize` (texts in a request, default 64, 1 to send each sample alone) and `batchDelayMs`
/// (default 10); `audio` `openai` (default) or `whisper-cpp` for its own server's `/inference`.
/// `contextLength` and `revision` are kept for people.
public final class OpenAiProvider implements Provider {

  private static final String DEFAULT_ENDPOINT = "https://api.openai.com/v1";
  private static final int BATCH = 64;
  private static final int BATCH_DELAY_MS = 10;
  private static final int LONGEST_DELAY_MS = 50;

  private final Secrets secrets;
  private final Endpoints endpoints;
  private final ModelClient http;
  private final Retries retries;

  /// @param secrets where keys come from
  /// @param endpoints the servers that are called
  /// @param http not closed here
  /// @param retries how failed calls are repeated
  public OpenAiProvider(Secrets secrets, Endpoints endpoints, ModelClient http, Retries retries) {
    this.secrets = secrets;
    this.endpoints = endpoints;
    this.http = http;
    this.retries = retries;
  }

  @Override
  public String name() {
    return "openai";
  }

  @Override
  public Model open(ModelSpec spec) throws UnusableModelException {
    var options = ModelOptions.of(spec);
    var base = endpoints.base(spec, DEFAULT_ENDPOINT);
    var endpoint = endpoints.of(spec, base, options);
    var patience =
        new Access.Patience(
            options.seconds("attemptTimeout"),
            options.seconds("firstTokenTimeout"),
            options.seconds("stallTimeout").orElse(http.stall()));
    var keyHeader = options.text("keyHeader");
    var requests = requests(spec, options);
    var ways = ways(options);
    options.integer("contextLength", 1, 0);
    options.text("revision");
    options.refuseOthers();
    var errors = new HttpErrors(spec, endpoint.name(), secrets);
    var access =
        new Access(
            base, headers(keyHeader, secrets.key(spec)), endpoint, patience, errors, http, retries);
    return new OpenAiModel(spec, access, requests, ways, endpoints);
  }

  private static Map<String, String> headers(Optional<String> header, String key) {
    if (key.isEmpty()) {
      return Map.of();
    }
    return header
        .map(name -> Map.of(name, key))
        .orElseGet(() -> Map.of("Authorization", "Bearer " + key));
  }

  private static OpenAiModel.Ways ways(ModelOptions options) throws UnusableModelException {
    String tag = options.text("thinkTag").orElse("think");
    int delay = options.integer("batchDelayMs", 0, BATCH_DELAY_MS);
    return new OpenAiModel.Ways(
        options.flag("stream", false),
        options.flag("streamUsage", true),
        tag.equals("none") ? "" : tag,
        options.choice("likelihood", LikelihoodBy.class, LikelihoodBy.ECHO),
        options.integer("batchSize", 1, BATCH),
        Duration.ofMillis(Math.min(delay, LONGEST_DELAY_MS)),
        options.choice("audio", OpenAiSpeech.Server.class, OpenAiSpeech.Server.OPENAI));
  }

  private static OpenAiRequests requests(ModelSpec spec, ModelOptions options)
      throws UnusableModelException {
    int dimensions = options.integer("dimensions", 1, 0);
    var settings = options.object("settings");
    return new OpenAiRequests(
        spec.name(),
        options.text("maxTokensParameter").orElse("max_tokens"),
        options.object("body"),
        options.text("queryPrefix").orElse(""),
        options.text("passagePrefix").orElse(""),
        dimensions == 0 ? Optional.empty() : Optional.of(dimensions),
        settings.isPresent() ? settings(spec, settings.get()) : GenerationSettings.DEFAULTS,
        options.choice("promptFormat", PromptFormat.class, PromptFormat.CHAT));
  }

  private static GenerationSettings settings(ModelSpec spec, JsonNode settings)
      throws UnusableModelException {
    try {
      return ContractJson.mapper().treeToValue(settings, GenerationSettings.class);
    } catch (JsonProcessingException e) {
      throw UnusableModelException.wrongSpec(
          "option settings of model %s cannot be read: %s"
              .formatted(spec.id(), e.getOriginalMessage()));
    }
  }
}

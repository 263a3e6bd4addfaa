package io.assay.evaluator.providers;

import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.Endpoint;
import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.Model;
import io.assay.evaluator.provider.ModelOptions;
import io.assay.evaluator.provider.NameList;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.Secrets;
import io.assay.evaluator.provider.UnusableModelException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// `openai`: any server that speaks OpenAI's HTTP API: OpenAI itself, vLLM, llama.cpp, Ollama,
/// LocalAI, TGI, LiteLLM and others. `endpoint` is the address up to `/v1`; `/chat/completions` and
/// `/embeddings` are called under it. The key, if any, is in the variable that `apiKeyEnv` names.
///
/// Options: `maxInFlight`, calls at once to this endpoint with this key over all its models (the
/// first opened decides; default 64); `attemptTimeout`, seconds for one attempt, default what is
/// left of the call's limit; `maxTokensParameter`, default `max_tokens` (newer OpenAI models want
/// `max_completion_tokens`); `body`, an object of further request fields; `queryPrefix` and
/// `passagePrefix`, put before texts of that kind when embedding.
public final class OpenAiProvider implements Provider {

  private static final String DEFAULT_ENDPOINT = "https://api.openai.com/v1";
  private static final int DEFAULT_IN_FLIGHT = 64;

  private final Secrets secrets;
  private final NameList allowedHosts;
  private final ModelClient http;
  private final Retries retries;
  private final ConcurrentMap<Account, Endpoint> endpoints = new ConcurrentHashMap<>();

  private record Account(URI base, String keyName) {}

  /// @param secrets where keys come from
  /// @param allowedHosts hosts that may be called
  /// @param http not closed here
  /// @param retries how failed calls are repeated
  public OpenAiProvider(Secrets secrets, NameList allowedHosts, ModelClient http, Retries retries) {
    this.secrets = secrets;
    this.allowedHosts = allowedHosts;
    this.http = http;
    this.retries = retries;
  }

  @Override
  public String name() {
    return "openai";
  }

  @Override
  public Model open(ModelSpec spec) throws UnusableModelException {
    var base = base(spec);
    var options = ModelOptions.of(spec);
    int maxInFlight = options.integer("maxInFlight", 1, DEFAULT_IN_FLIGHT);
    var attemptLimit = options.seconds("attemptTimeout");
    var requests =
        new OpenAiRequests(
            spec.name(),
            options.text("maxTokensParameter").orElse("max_tokens"),
            options.object("body"),
            options.text("queryPrefix").orElse(""),
            options.text("passagePrefix").orElse(""));
    options.refuseOthers();
    var account = new Account(base, Optional.ofNullable(spec.apiKeyEnv()).orElse(""));
    var endpoint = endpoints.computeIfAbsent(account, _ -> Endpoint.of(shown(base), maxInFlight));
    return new OpenAiModel(
        spec, base, secrets.key(spec), endpoint, attemptLimit, requests, secrets, http, retries);
  }

  private URI base(ModelSpec spec) throws UnusableModelException {
    String text = Optional.ofNullable(spec.endpoint()).orElse(DEFAULT_ENDPOINT).strip();
    URI base = parsed(spec, text);
    String host = base.getHost();
    boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
    if (!web || host == null) {
      throw wrong(spec, "it is no http or https address with a host");
    }
    if (base.getRawUserInfo() != null) {
      throw wrong(spec, "it holds a user or password; put the key's variable into apiKeyEnv");
    }
    if (!allowedHosts.contains(host)) {
      throw UnusableModelException.notHere(
          "model %s is at host %s, which assay.evaluator.allowed-hosts of this evaluator does not"
                  .formatted(spec.id(), host)
              + " list");
    }
    return base;
  }

  private static URI parsed(ModelSpec spec, String text) throws UnusableModelException {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException _) {
      throw wrong(spec, "it is no address");
    }
  }

  /// Does not repeat the address: it may hold a secret.
  private static UnusableModelException wrong(ModelSpec spec, String why) {
    return UnusableModelException.wrongSpec(
        "the endpoint of model %s cannot be used: %s; expected for example http://127.0.0.1:8000/v1"
            .formatted(spec.id(), why));
  }

  /// An address without its query, which may hold a key.
  private static String shown(URI address) {
    return "%s://%s%s".formatted(address.getScheme(), address.getRawAuthority(), address.getPath());
  }
}

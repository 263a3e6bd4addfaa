package io.assay.evaluator.providers;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.Model;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.Secrets;
import io.assay.evaluator.provider.UnusableModelException;

/// `anthropic`: models of Anthropic, by its Messages API. `endpoint` is the address up to `/v1`,
/// default Anthropic's own; the key is in the variable that `apiKeyEnv` names. Its models have no
/// seed and no vectors; an answer is at most 1024 tokens long unless `max_tokens` says more.
///
/// Options: see [LangChain].
public final class AnthropicProvider implements Provider {

  private static final LangChain.Protocol PROTOCOL =
      new LangChain.Protocol(
          "https://api.anthropic.com/v1", true, "", AnthropicProvider::chat, null);

  private final LangChain langChain;

  /// @param secrets where keys come from
  /// @param endpoints the servers that are called
  /// @param http not closed here
  /// @param retries how failed calls are repeated
  public AnthropicProvider(
      Secrets secrets, Endpoints endpoints, ModelClient http, Retries retries) {
    this.langChain = new LangChain(secrets, endpoints, http, retries);
  }

  @Override
  public String name() {
    return "anthropic";
  }

  @Override
  public Model open(ModelSpec spec) throws UnusableModelException {
    return langChain.open(spec, PROTOCOL);
  }

  private static ChatModel chat(LangChain.Way way) {
    return AnthropicChatModel.builder()
        .httpClientBuilder(way.http())
        .baseUrl(way.address())
        .apiKey(way.key())
        .modelName(way.model())
        .returnThinking(true)
        .maxRetries(0)
        .build();
  }
}

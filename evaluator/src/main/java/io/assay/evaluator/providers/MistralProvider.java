package io.assay.evaluator.providers;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.mistralai.MistralAiChatModel;
import dev.langchain4j.model.mistralai.MistralAiEmbeddingModel;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.Model;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.Secrets;
import io.assay.evaluator.provider.UnusableModelException;

/// `mistral`: models of Mistral AI. `endpoint` is the address up to `/v1`, default Mistral's own;
/// the key is in the variable that `apiKeyEnv` names.
///
/// Options: see [LangChain].
public final class MistralProvider implements Provider {

  private static final LangChain.Protocol PROTOCOL =
      new LangChain.Protocol(
          "https://api.mistral.ai/v1",
          true,
          "/random_seed",
          MistralProvider::chat,
          MistralProvider::embedding);

  private final LangChain langChain;

  /// @param secrets where keys come from
  /// @param endpoints the servers that are called
  /// @param http not closed here
  /// @param retries how failed calls are repeated
  public MistralProvider(Secrets secrets, Endpoints endpoints, ModelClient http, Retries retries) {
    this.langChain = new LangChain(secrets, endpoints, http, retries);
  }

  @Override
  public String name() {
    return "mistral";
  }

  @Override
  public Model open(ModelSpec spec) throws UnusableModelException {
    return langChain.open(spec, PROTOCOL);
  }

  private static ChatModel chat(LangChain.Way way) {
    return MistralAiChatModel.builder()
        .httpClientBuilder(way.http())
        .baseUrl(way.address())
        .apiKey(way.key())
        .modelName(way.model())
        .returnThinking(true)
        .maxRetries(0)
        .build();
  }

  private static EmbeddingModel embedding(LangChain.Way way) {
    return MistralAiEmbeddingModel.builder()
        .httpClientBuilder(way.http())
        .baseUrl(way.address())
        .apiKey(way.key())
        .modelName(way.model())
        .maxRetries(0)
        .build();
  }
}

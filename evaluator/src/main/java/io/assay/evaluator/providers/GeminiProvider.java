package io.assay.evaluator.providers;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.googleai.GoogleAiEmbeddingModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.Model;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.Secrets;
import io.assay.evaluator.provider.UnusableModelException;

/// `gemini`: models of Google's Gemini API. `endpoint` is the address up to `/v1beta`, default
/// Google's own; the key is in the variable that `apiKeyEnv` names.
///
/// Options: see [LangChain].
public final class GeminiProvider implements Provider {

  private static final LangChain.Protocol PROTOCOL =
      new LangChain.Protocol(
          "https://generativelanguage.googleapis.com/v1beta",
          true,
          "/generationConfig/seed",
          GeminiProvider::chat,
          GeminiProvider::embedding);

  private final LangChain langChain;

  /// @param secrets where keys come from
  /// @param endpoints the servers that are called
  /// @param http not closed here
  /// @param retries how failed calls are repeated
  public GeminiProvider(Secrets secrets, Endpoints endpoints, ModelClient http, Retries retries) {
    this.langChain = new LangChain(secrets, endpoints, http, retries);
  }

  @Override
  public String name() {
    return "gemini";
  }

  @Override
  public Model open(ModelSpec spec) throws UnusableModelException {
    return langChain.open(spec, PROTOCOL);
  }

  private static ChatModel chat(LangChain.Way way) {
    return GoogleAiGeminiChatModel.builder()
        .httpClientBuilder(way.http())
        .baseUrl(way.address())
        .apiKey(way.key())
        .modelName(way.model())
        .returnThinking(true)
        .maxRetries(0)
        .build();
  }

  private static EmbeddingModel embedding(LangChain.Way way) {
    return GoogleAiEmbeddingModel.builder()
        .httpClientBuilder(way.http())
        .baseUrl(way.address())
        .apiKey(way.key())
        .modelName(way.model())
        .maxRetries(0)
        .build();
  }
}

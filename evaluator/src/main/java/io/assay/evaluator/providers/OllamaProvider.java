package io.assay.evaluator.providers;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.Model;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.Secrets;
import io.assay.evaluator.provider.UnusableModelException;

/// `ollama`: models that Ollama serves, by its own API, which knows more of them than its imitation
/// of OpenAI's. `endpoint` is the server's address, default this machine's; no key.
///
/// Options: see [LangChain].
public final class OllamaProvider implements Provider {

  private static final LangChain.Protocol PROTOCOL =
      new LangChain.Protocol(
          "http://127.0.0.1:11434",
          false,
          "/options/seed",
          OllamaProvider::chat,
          OllamaProvider::embedding);

  private final LangChain langChain;

  /// @param secrets where keys come from
  /// @param endpoints the servers that are called
  /// @param http not closed here
  /// @param retries how failed calls are repeated
  public OllamaProvider(Secrets secrets, Endpoints endpoints, ModelClient http, Retries retries) {
    this.langChain = new LangChain(secrets, endpoints, http, retries);
  }

  @Override
  public String name() {
    return "ollama";
  }

  @Override
  public Model open(ModelSpec spec) throws UnusableModelException {
    return langChain.open(spec, PROTOCOL);
  }

  private static ChatModel chat(LangChain.Way way) {
    return OllamaChatModel.builder()
        .httpClientBuilder(way.http())
        .baseUrl(way.address())
        .modelName(way.model())
        .returnThinking(true)
        .maxRetries(0)
        .build();
  }

  private static EmbeddingModel embedding(LangChain.Way way) {
    return OllamaEmbeddingModel.builder()
        .httpClientBuilder(way.http())
        .baseUrl(way.address())
        .modelName(way.model())
        .maxRetries(0)
        .build();
  }
}

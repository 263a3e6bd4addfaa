package io.assay.evaluator.providers;

import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.Secrets;

class OllamaProviderTest extends LangChainContract {

  @Override
  Provider open(Secrets secrets, Endpoints endpoints, ModelClient http, Retries retries) {
    return new OllamaProvider(secrets, endpoints, http, retries);
  }

  @Override
  String chat() {
    return """
    {"model": "tiny", "created_at": "2026-11-30T12:00:00Z", "message": {"role": "assistant", "content": "42"},
     "done": true, "done_reason": "stop", "prompt_eval_count": 22, "eval_count": 8}
    """;
  }

  @Override
  String vectors() {
    return """
    {"model": "tiny", "embeddings": [[1, 2], [3, 4]], "prompt_eval_count": 2}
    """
        .strip();
  }

  @Override
  String seedPath() {
    return "/options/seed";
  }

  @Override
  String unknownModel() {
    return """
    {"error": "model 'tiny' not found"}
    """;
  }

  @Override
  boolean hasKey() {
    return false;
  }
}

package io.assay.evaluator.providers;

import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.Secrets;

class MistralProviderTest extends LangChainContract {

  @Override
  Provider open(Secrets secrets, Endpoints endpoints, ModelClient http, Retries retries) {
    return new MistralProvider(secrets, endpoints, http, retries);
  }

  @Override
  String chat() {
    return """
    {"id": "c1", "object": "chat.completion", "created": 1, "model": "tiny-2026",
     "choices": [{"index": 0, "message": {"role": "assistant", "content": "42"}, "finish_reason": "stop"}],
     "usage": {"prompt_tokens": 22, "completion_tokens": 8, "total_tokens": 30}}
    """;
  }

  @Override
  String vectors() {
    return """
    {"id": "e1", "object": "list", "model": "tiny",
     "data": [{"object": "embedding", "index": 0, "embedding": [1, 2]},
              {"object": "embedding", "index": 1, "embedding": [3, 4]}],
     "usage": {"prompt_tokens": 2, "completion_tokens": 0, "total_tokens": 2}}
    """
        .strip();
  }

  @Override
  String seedPath() {
    return "/random_seed";
  }

  @Override
  String unknownModel() {
    return """
    {"object": "error", "message": "Invalid model: tiny", "type": "invalid_model", "code": "1500"}
    """;
  }

  @Override
  boolean hasKey() {
    return true;
  }
}

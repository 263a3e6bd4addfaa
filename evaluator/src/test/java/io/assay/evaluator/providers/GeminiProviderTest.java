package io.assay.evaluator.providers;

import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.Secrets;

class GeminiProviderTest extends LangChainContract {

  @Override
  Provider open(Secrets secrets, Endpoints endpoints, ModelClient http, Retries retries) {
    return new GeminiProvider(secrets, endpoints, http, retries);
  }

  @Override
  String chat() {
    return """
    {"candidates": [{"content": {"role": "model", "parts": [{"text": "42"}]}, "finishReason": "STOP", "index": 0}],
     "modelVersion": "tiny-2026", "responseId": "r1",
     "usageMetadata": {"promptTokenCount": 22, "candidatesTokenCount": 8, "totalTokenCount": 30}}
    """;
  }

  @Override
  String vectors() {
    return """
    {"embeddings": [{"values": [1, 2]}, {"values": [3, 4]}]}
    """
        .strip();
  }

  @Override
  String seedPath() {
    return "/generationConfig/seed";
  }

  @Override
  String unknownModel() {
    return """
    [{"error": {"code": 404, "message": "models/tiny is not found", "status": "NOT_FOUND"}}]
    """;
  }

  @Override
  boolean hasKey() {
    return true;
  }
}

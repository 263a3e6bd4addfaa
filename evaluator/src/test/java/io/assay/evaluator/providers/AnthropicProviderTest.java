package io.assay.evaluator.providers;

import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.Secrets;

class AnthropicProviderTest extends LangChainContract {

  @Override
  Provider open(Secrets secrets, Endpoints endpoints, ModelClient http, Retries retries) {
    return new AnthropicProvider(secrets, endpoints, http, retries);
  }

  @Override
  String chat() {
    return """
    {"id": "msg_1", "type": "message", "role": "assistant", "model": "tiny-2026", "stop_reason": "end_turn",
     "content": [{"type": "thinking", "thinking": "six sevens", "signature": "x"}, {"type": "text", "text": "42"}],
     "usage": {"input_tokens": 22, "output_tokens": 8}}
    """;
  }

  @Override
  String vectors() {
    return """

    """
        .strip();
  }

  @Override
  String seedPath() {
    return "";
  }

  @Override
  String unknownModel() {
    return """
    {"type": "error", "error": {"type": "not_found_error", "message": "model: tiny"}}
    """;
  }

  @Override
  boolean hasKey() {
    return true;
  }
}

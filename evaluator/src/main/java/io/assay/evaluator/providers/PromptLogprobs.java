package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import java.util.Optional;

/// vLLM's `prompt_logprobs`: for each token of the prompt an object, by token id, of `{"logprob",
/// "rank", "decoded_token"}` for the token that is there and, where it is another one, for the
/// likeliest. The first token has null.
final class PromptLogprobs {

  private PromptLogprobs() {}

  /// A continuation's tokens are the last ones whose texts together are as long as it; a token that
  /// begins before it is left out.
  static Optional<Answer.Continuation> continuation(JsonNode tokens, String continuation) {
    double sum = 0;
    int count = 0;
    int left = continuation.length();
    boolean greedy = true;
    for (int i = tokens.size() - 1; i >= 0 && left > 0; i--) {
      JsonNode token = given(tokens.get(i));
      left -= token.path("decoded_token").asText("").length();
      if (!token.path("logprob").isNumber() || left < 0) {
        break;
      }
      sum += token.path("logprob").asDouble();
      greedy &= token.path("rank").asInt(0) == 1;
      count++;
    }
    return tokens.isEmpty()
        ? Optional.empty()
        : Optional.of(new Answer.Continuation(sum, count, greedy && count > 0));
  }

  /// Of two, the one that is not the likeliest is the prompt's.
  private static JsonNode given(JsonNode position) {
    JsonNode given = position.path("none");
    for (JsonNode candidate : position) {
      if (given.isMissingNode() || candidate.path("rank").asInt(0) != 1) {
        given = candidate;
      }
    }
    return given;
  }
}

package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import java.util.Optional;

/// Log-probabilities as chats have them, `[{"token", "logprob", "top_logprobs"}]`, of a prompt that
/// a server gives back. llama.cpp takes `echo` and gives the generated tokens alone: what does not
/// spell the prompt is no echo.
final class EchoedTokens {

  private EchoedTokens() {}

  static Optional<Answer.Continuation> continuation(
      JsonNode tokens, String context, String continuation) {
    String prompt = context + continuation;
    double sum = 0;
    int count = 0;
    int at = 0;
    boolean greedy = true;
    for (JsonNode token : tokens) {
      String text = token.path("token").asText("");
      if (at >= prompt.length()) {
        break; // what was generated
      }
      if (!prompt.startsWith(text, at)) {
        return Optional.empty();
      }
      if (at >= context.length() && token.path("logprob").isNumber()) {
        double logprob = token.path("logprob").asDouble();
        sum += logprob;
        count++;
        greedy &= isLikeliest(token.path("top_logprobs"), logprob);
      }
      at += text.length();
    }
    return at < prompt.length()
        ? Optional.empty()
        : Optional.of(new Answer.Continuation(sum, count, greedy && count > 0));
  }

  private static boolean isLikeliest(JsonNode others, double logprob) {
    for (JsonNode other : others) {
      if (other.path("logprob").asDouble() > logprob) {
        return false;
      }
    }
    return true;
  }
}

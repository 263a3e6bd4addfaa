package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.ModelRequest;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;

/// Reads the log-probabilities of echoed prompts (`/completions` with `echo`). A token belongs to
/// the continuation when it begins at or after the end of the context, in characters; the one token
/// that was generated does not. The first token of a text has no probability and is not counted.
final class OpenAiLikelihoods {

  private OpenAiLikelihoods() {}

  /// What an answer held.
  sealed interface Read {
    /// Every continuation's likelihood.
    record Found(Answer.Likelihoods answer) implements Read {}

    /// What was missing: a server that does not echo.
    record Lacking(String what) implements Read {}
  }

  static Read read(JsonNode choices, ModelRequest.Likelihood request) {
    var byPlace = new TreeMap<Integer, JsonNode>();
    for (int i = 0; i < choices.size(); i++) {
      byPlace.put(choices.get(i).path("index").asInt(i), choices.get(i));
    }
    var continuations = new ArrayList<Answer.Continuation>();
    for (int i = 0; i < request.continuations().size(); i++) {
      var choice = byPlace.getOrDefault(i, MissingNode.getInstance());
      var read = continuation(choice, request.context(), request.continuations().get(i));
      if (read.isEmpty()) {
        return new Read.Lacking(
            ("the server gave no log-probabilities of continuation %d: it must support echo with"
                    + " logprobs on /completions, or prompt_logprobs (option likelihood: prompt-logprobs)")
                .formatted(i + 1));
      }
      continuations.add(read.get());
    }
    return new Read.Found(new Answer.Likelihoods(continuations));
  }

  private static Optional<Answer.Continuation> continuation(
      JsonNode choice, String context, String continuation) {
    var logprobs = choice.path("logprobs");
    if (logprobs.path("token_logprobs").isArray() && logprobs.path("text_offset").isArray()) {
      return Optional.of(legacy(logprobs, context, continuation));
    }
    if (choice.path("prompt_logprobs").isArray()) {
      return PromptLogprobs.continuation(choice.path("prompt_logprobs"), continuation);
    }
    return EchoedTokens.continuation(logprobs.path("content"), context, continuation);
  }

  private static Answer.Continuation legacy(
      JsonNode logprobs, String context, String continuation) {
    int begin = characters(context);
    int end = begin + characters(continuation);
    double sum = 0;
    int tokens = 0;
    boolean greedy = true;
    for (int t = 0; t < logprobs.path("token_logprobs").size(); t++) {
      int offset = logprobs.path("text_offset").path(t).asInt(end);
      JsonNode logprob = logprobs.path("token_logprobs").get(t);
      if (offset >= begin && offset < end && logprob.isNumber()) {
        sum += logprob.asDouble();
        tokens++;
        greedy &= isLikeliest(logprobs, t, logprob.asDouble());
      }
    }
    return new Answer.Continuation(sum, tokens, greedy && tokens > 0);
  }

  private static boolean isLikeliest(JsonNode logprobs, int token, double logprob) {
    for (JsonNode other : logprobs.path("top_logprobs").path(token)) {
      if (other.asDouble() > logprob) {
        return false;
      }
    }
    return true;
  }

  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }
}

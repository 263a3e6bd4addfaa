package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Likelihoods as JSON writes them, in an array with an element for each continuation: a number
/// (its log-probability), an array of numbers (those of its tokens), or an object `{"logprob",
/// "tokens", "greedy"}`. For one continuation the element may stand alone.
final class JsonLikelihoods {

  private JsonLikelihoods() {}

  /// Reads likelihoods; empty where there are not as many as wanted.
  static Optional<Answer> read(JsonNode value, int wanted) {
    boolean alone = wanted == 1 && !(value.isArray() && value.size() == 1);
    List<JsonNode> elements = new ArrayList<>();
    if (alone) {
      elements.add(value);
    } else {
      value.forEach(elements::add);
    }
    var continuations = new ArrayList<Answer.Continuation>();
    for (JsonNode element : elements) {
      continuation(element).ifPresent(continuations::add);
    }
    return continuations.size() == wanted
        ? Optional.of(new Answer.Likelihoods(continuations))
        : Optional.empty();
  }

  private static Optional<Answer.Continuation> continuation(JsonNode element) {
    if (element.isNumber()) {
      return of(element.asDouble(), 0, false);
    }
    if (element.isArray() && !element.isEmpty()) {
      double sum = 0;
      for (JsonNode token : element) {
        sum += token.isNumber() ? token.asDouble() : Double.NaN;
      }
      return of(sum, element.size(), false);
    }
    return element.path("logprob").isNumber()
        ? of(
            element.path("logprob").asDouble(),
            element.path("tokens").asInt(),
            element.path("greedy").asBoolean())
        : Optional.empty();
  }

  private static Optional<Answer.Continuation> of(double logprob, int tokens, boolean greedy) {
    return Double.isFinite(logprob) && tokens >= 0
        ? Optional.of(new Answer.Continuation(logprob, tokens, greedy))
        : Optional.empty();
  }
}

package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.Outcome;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads answers of OpenAI's API as real servers give them: with `usage` or without, with `content`
/// as text, as parts or null.
record OpenAiAnswers(ModelSpec spec) {

  private static final String FILTERED = "content_filter";

  Outcome text(JsonNode body) {
    var choice = body.path("choices").path(0);
    var message = choice.path("message");
    String finish = textOf(choice.path("finish_reason"));
    if (!message.isObject()) {
      return passing("an answer without choices[0].message");
    }
    if (FILTERED.equals(finish)) {
      return refused("the provider's content filter stopped the answer");
    }
    String refusal = textOf(message.path("refusal"));
    if (refusal != null && !refusal.isBlank()) {
      return refused(refusal);
    }
    return answered(new Answer.Text(content(message.path("content"))), finish, body);
  }

  /// Null is an empty answer: a reasoning model that ran out of tokens gives it.
  private static String content(JsonNode content) {
    if (content.isArray()) {
      return StreamSupport.stream(content.spliterator(), false)
          .map(part -> part.path("text").asText(""))
          .collect(Collectors.joining());
    }
    return content.asText("");
  }

  Outcome likelihoods(JsonNode body, ModelRequest.Likelihood request) {
    return switch (OpenAiLikelihoods.read(body.path("choices"), request)) {
      case OpenAiLikelihoods.Read.Found found -> answered(found.answer(), null, body);
      case OpenAiLikelihoods.Read.Lacking lacking -> refused(lacking.what());
    };
  }

  Outcome vectors(JsonNode body, int texts) {
    var byPlace = new HashMap<Integer, Embedding>();
    var data = body.path("data");
    for (int i = 0; i < data.size(); i++) {
      int place = data.get(i).path("index").asInt(i);
      vector(data.get(i).path("embedding")).ifPresent(v -> byPlace.put(place, v));
    }
    for (int i = 0; i < texts; i++) {
      if (!byPlace.containsKey(i)) {
        return passing("no vector for text %d of %d".formatted(i + 1, texts));
      }
    }
    var vectors = IntStream.range(0, texts).mapToObj(byPlace::get).toList();
    return answered(new Answer.Vectors(vectors), null, body);
  }

  private static Optional<Embedding> vector(JsonNode embedding) {
    if (!embedding.isTextual()) {
      return JsonVectors.read(embedding).stream().findFirst();
    }
    try {
      return Optional.of(Embedding.parse(embedding.textValue()));
    } catch (IllegalArgumentException _) { // no base64
      return Optional.empty();
    }
  }

  private Outcome answered(Answer answer, @Nullable String finish, JsonNode body) {
    var usage = body.path("usage");
    boolean writes = answer instanceof Answer.Text;
    var used =
        Prices.usage(
            spec.price(),
            count(usage.path("prompt_tokens")),
            writes ? count(usage.path("completion_tokens")) : Long.valueOf(0));
    return new Outcome.Settled(
        new Completion.Answered(answer, finish, used, textOf(body.path("model"))));
  }

  private static @Nullable Long count(JsonNode number) {
    return number.isNumber() ? number.longValue() : null;
  }

  private static @Nullable String textOf(JsonNode value) {
    return value.isTextual() ? value.textValue() : null;
  }

  private Outcome refused(String reason) {
    return new Outcome.Settled(new Completion.Refused(reason));
  }

  private Outcome passing(String what) {
    return new Outcome.Passing(
        false, "model %s gave %s".formatted(spec.id(), what), Optional.empty());
  }
}

package io.assay.evaluator.providers;

import static io.assay.evaluator.http.Outcome.Cause.FAILED;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.Outcome;
import io.assay.evaluator.provider.CallNotes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads answers of OpenAI's API as real servers give them: with `usage` or without, with `content`
/// as text, as parts or null.
///
/// @param thinkTag the tag between which models think before they answer; empty to leave it
record OpenAiAnswers(ModelSpec spec, String thinkTag) {

  private static final String FILTERED = "content_filter";

  /// A chat's answer, or a plain completion's.
  Outcome text(JsonNode body, CallNotes notes) {
    var choice = body.path("choices").path(0);
    var message = choice.path("message");
    String finish = textOf(choice.path("finish_reason"));
    if (!message.isObject() && !choice.path("text").isTextual()) {
      return passing("an answer without choices[0].message");
    }
    if (FILTERED.equals(finish)) {
      return refused("the provider's content filter stopped the answer");
    }
    String refusal = textOf(message.path("refusal"));
    if (refusal != null && !refusal.isBlank()) {
      return refused(refusal);
    }
    notes.system(textOf(body.path("system_fingerprint")));
    notes.others(others(body.path("choices")));
    return answered(new Answer.Text(thoughtApart(choice, notes)), finish, body);
  }

  private List<String> others(JsonNode choices) {
    var others = new ArrayList<String>();
    for (int i = 1; i < choices.size(); i++) {
      others.add(Thought.of(content(choices.get(i)), thinkTag).answer());
    }
    return others;
  }

  /// Servers give what a model thought in a field of its own, or in tags before the answer.
  private String thoughtApart(JsonNode choice, CallNotes notes) {
    var message = choice.path("message");
    var thought = Thought.of(content(choice), thinkTag);
    String apart =
        Objects.requireNonNullElseGet(
            textOf(message.path("reasoning_content")), () -> message.path("reasoning").asText(""));
    notes.reasoning(apart.isBlank() ? thought.reasoning() : apart);
    return thought.answer();
  }

  /// Null is an empty answer: a reasoning model that ran out of tokens gives it.
  private static String content(JsonNode choice) {
    var content = choice.path(choice.path("message").isObject() ? "message" : "text");
    content = content.isObject() ? content.path("content") : content;
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
            writes ? count(usage.path("completion_tokens")) : Long.valueOf(0),
            someOf(usage.path("prompt_tokens_details").path("cached_tokens")),
            someOf(usage.path("completion_tokens_details").path("reasoning_tokens")));
    return new Outcome.Settled(
        new Completion.Answered(answer, finish, used, textOf(body.path("model"))));
  }

  /// Zero is what most calls have: nothing worth telling.
  private static @Nullable Long someOf(JsonNode number) {
    return number.isNumber() && number.longValue() > 0 ? number.longValue() : null;
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
        FAILED, "model %s gave %s".formatted(spec.id(), what), Optional.empty());
  }
}

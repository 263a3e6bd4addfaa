package io.assay.evaluator.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Request bodies of OpenAI's API. Settings that are absent are left to the server.
///
/// @param model the model's name at the server
/// @param maxTokensParameter what the server calls the longest answer
/// @param extra fields that are added, or replace what is there
/// @param queryPrefix put before texts that are looked for
/// @param passagePrefix put before texts that are looked through
/// @param dimensions of vectors; the model's own if absent
/// @param defaults of the model, for settings that a request leaves open
/// @param format how conversations are put
record OpenAiRequests(
    String model,
    String maxTokensParameter,
    Optional<JsonNode> extra,
    String queryPrefix,
    String passagePrefix,
    Optional<Integer> dimensions,
    GenerationSettings defaults,
    PromptFormat format) {

  /// How a server is asked for the likelihood of a text that it is given.
  enum LikelihoodBy {
    /// It gives the prompt back with log-probabilities: OpenAI's older models, vLLM, TabbyAPI.
    ECHO,
    /// It gives those of the prompt apart: vLLM, SGLang's vLLM interface.
    PROMPT_LOGPROBS
  }

  /// A conversation as messages, or as a text to continue.
  ///
  /// @param media reads attachments
  byte[] text(ModelRequest.GenerateText request, boolean stream, boolean streamUsage, Media media)
      throws IOException {
    var body = body();
    if (format == PromptFormat.CHAT) {
      messages(request, body.putArray("messages"), media);
    } else {
      body.put("prompt", format.text(request.messages()));
    }
    put(request.settings(), body);
    if (stream) {
      body.put("stream", true);
      if (streamUsage) {
        body.putObject("stream_options").put("include_usage", true);
      }
    }
    return bytes(body);
  }

  private static void messages(ModelRequest.GenerateText request, ArrayNode messages, Media media)
      throws IOException {
    for (var message : request.messages()) {
      var each = messages.addObject().put("role", message.role());
      if (message.attachments().isEmpty()) {
        each.put("content", message.content());
        continue;
      }
      var parts = each.putArray("content");
      for (var attachment : message.attachments()) {
        media.put(attachment, parts.addObject());
      }
      parts.addObject().put("type", "text").put("text", message.content());
    }
  }

  private void put(GenerationSettings settings, ObjectNode body) {
    put(body, "temperature", first(settings.temperature(), defaults.temperature()));
    put(body, "top_p", first(settings.topP(), defaults.topP()));
    put(body, maxTokensParameter, first(settings.maxTokens(), defaults.maxTokens()));
    put(body, "seed", first(settings.seed(), defaults.seed()));
    put(body, "n", first(settings.choices(), defaults.choices()));
    Boolean logprobs = first(settings.logprobs(), defaults.logprobs());
    if (logprobs != null) {
      body.put("logprobs", logprobs);
    }
    var stops = settings.stopSeqs().isEmpty() ? defaults.stopSeqs() : settings.stopSeqs();
    if (!stops.isEmpty()) {
      stops.forEach(body.putArray("stop")::add);
    }
    JsonNode schema = first(settings.jsonSchema(), defaults.jsonSchema());
    if (schema != null) {
      body.putObject("response_format")
          .put("type", "json_schema")
          .putObject("json_schema")
          .put("name", "answer")
          .put("strict", true)
          .set("schema", schema);
    }
  }

  private static <T> @Nullable T first(@Nullable T wanted, @Nullable T otherwise) {
    return wanted == null ? otherwise : wanted;
  }

  private static void put(ObjectNode body, String name, @Nullable Number value) {
    switch (value) {
      case null -> {}
      case Double number -> body.put(name, number);
      case Long number -> body.put(name, number);
      case Number number -> body.put(name, number.intValue());
    }
  }

  /// The texts as the model wants them.
  List<String> prefixed(ModelRequest.Embed request) {
    String prefix =
        switch (request.kind()) {
          case "query" -> queryPrefix;
          case "passage" -> passagePrefix;
          default -> "";
        };
    return request.texts().stream().map(prefix::concat).toList();
  }

  byte[] embeddings(List<String> texts) {
    var body = body();
    var input = body.putArray("input");
    texts.forEach(input::add);
    dimensions.ifPresent(count -> body.put("dimensions", count));
    return bytes(body);
  }

  /// The server gives back the log-probabilities of what it is given. Servers generate one token at
  /// least, which [OpenAiLikelihoods] drops.
  byte[] likelihood(ModelRequest.Likelihood request, LikelihoodBy by) {
    var body = body().put("max_tokens", 1);
    switch (by) {
      case ECHO -> body.put("echo", true).put("logprobs", 1);
      case PROMPT_LOGPROBS -> body.put("prompt_logprobs", 1);
    }
    body.put("temperature", 0);
    var prompts = body.putArray("prompt");
    request.continuations().forEach(text -> prompts.add(request.context() + text));
    return bytes(body);
  }

  byte[] images(ModelRequest.GenerateImages request) {
    var body = body().put("prompt", request.prompt()).put("n", request.count());
    if (request.size() != null) {
      body.put("size", request.size().toString());
    }
    put(body, "seed", first(request.settings().seed(), defaults.seed()));
    return bytes(body);
  }

  /// Tokens that an attempt may use: a token is about four characters of English.
  static long estimate(ModelRequest.GenerateText request) {
    long characters =
        request.messages().stream().mapToLong(message -> message.content().length()).sum();
    Integer most = request.settings().maxTokens();
    return characters / 4 + 1 + (most == null ? 256 : most);
  }

  /// Tokens of texts that are only read.
  static long estimate(List<String> texts) {
    return texts.stream().mapToLong(text -> text.length() / 4 + 1).sum();
  }

  private ObjectNode body() {
    return ContractJson.mapper().createObjectNode().put("model", model);
  }

  private byte[] bytes(ObjectNode body) {
    extra.ifPresent(fields -> body.setAll((ObjectNode) fields));
    try {
      return ContractJson.mapper().writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request for " + model + " cannot be written", e);
    }
  }
}

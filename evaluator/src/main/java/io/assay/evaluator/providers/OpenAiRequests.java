package io.assay.evaluator.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.wire.ContractJson;
import java.util.Optional;

/// Request bodies of OpenAI's API. Settings that are absent are left to the server.
///
/// @param model the model's name at the server
/// @param maxTokensParameter what the server calls the longest answer
/// @param extra fields that are added, or replace what is there
/// @param queryPrefix put before texts that are looked for
/// @param passagePrefix put before texts that are looked through
record OpenAiRequests(
    String model,
    String maxTokensParameter,
    Optional<JsonNode> extra,
    String queryPrefix,
    String passagePrefix) {

  byte[] chat(ModelRequest.GenerateText request) {
    var body = body();
    var messages = body.putArray("messages");
    for (var message : request.messages()) {
      messages.addObject().put("role", message.role()).put("content", message.content());
    }
    put(request.settings(), body);
    return bytes(body);
  }

  private void put(GenerationSettings settings, ObjectNode body) {
    if (settings.temperature() != null) {
      body.put("temperature", settings.temperature());
    }
    if (settings.topP() != null) {
      body.put("top_p", settings.topP());
    }
    if (settings.maxTokens() != null) {
      body.put(maxTokensParameter, settings.maxTokens());
    }
    if (settings.seed() != null) {
      body.put("seed", settings.seed());
    }
    if (settings.logprobs() != null) {
      body.put("logprobs", settings.logprobs());
    }
    if (!settings.stopSeqs().isEmpty()) {
      settings.stopSeqs().forEach(body.putArray("stop")::add);
    }
  }

  byte[] embeddings(ModelRequest.Embed request) {
    String prefix =
        switch (request.kind()) {
          case "query" -> queryPrefix;
          case "passage" -> passagePrefix;
          default -> "";
        };
    var body = body();
    var input = body.putArray("input");
    request.texts().forEach(text -> input.add(prefix + text));
    return bytes(body);
  }

  /// The server gives back the log-probabilities of what it is given. Servers generate one token at
  /// least, which [OpenAiLikelihoods] drops.
  byte[] likelihood(ModelRequest.Likelihood request) {
    var body = body().put("echo", true).put("max_tokens", 1).put("logprobs", 1);
    body.put("temperature", 0);
    var prompts = body.putArray("prompt");
    request.continuations().forEach(text -> prompts.add(request.context() + text));
    return bytes(body);
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

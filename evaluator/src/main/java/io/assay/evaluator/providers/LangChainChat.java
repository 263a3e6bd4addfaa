package io.assay.evaluator.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.AudioContent;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import io.assay.blobs.JobBlobs;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Conversations as LangChain4j has them.
///
/// @param extra fields that are added to the request's JSON, or replace what is there
/// @param seedPath where the protocol has its seed, as a JSON pointer; empty where it has none
record LangChainChat(Optional<JsonNode> extra, String seedPath) {

  /// A request.
  ///
  /// @throws IOException where the job has not what a message refers to
  ChatRequest request(ModelRequest.GenerateText request, JobBlobs blobs) throws IOException {
    List<ChatMessage> messages = new ArrayList<>();
    for (var message : request.messages()) {
      messages.add(message(message, blobs));
    }
    var settings = request.settings();
    var built =
        ChatRequest.builder()
            .messages(messages)
            .temperature(settings.temperature())
            .topP(settings.topP())
            .maxOutputTokens(settings.maxTokens());
    if (!settings.stopSeqs().isEmpty()) {
      built.stopSequences(settings.stopSeqs());
    }
    if (settings.jsonSchema() != null) {
      built.responseFormat(format(settings.jsonSchema()));
    }
    return built.build();
  }

  private static ResponseFormat format(JsonNode schema) {
    return ResponseFormat.builder()
        .type(ResponseFormatType.JSON)
        .jsonSchema(
            JsonSchema.builder()
                .name("answer")
                .rootElement(JsonRawSchema.from(schema.toString()))
                .build())
        .build();
  }

  private static ChatMessage message(ModelRequest.ChatMessage message, JobBlobs blobs)
      throws IOException {
    return switch (message.role()) {
      case "system" -> SystemMessage.from(message.content());
      case "assistant" -> AiMessage.from(message.content());
      default -> user(message, blobs);
    };
  }

  private static UserMessage user(ModelRequest.ChatMessage message, JobBlobs blobs)
      throws IOException {
    List<Content> contents = new ArrayList<>();
    for (var attachment : message.attachments()) {
      contents.add(content(attachment, blobs));
    }
    contents.add(TextContent.from(message.content()));
    return UserMessage.from(contents);
  }

  private static Content content(Blob blob, JobBlobs blobs) throws IOException {
    try (var bytes = blobs.open(blob)) {
      String base64 = Base64.getEncoder().encodeToString(bytes.readAllBytes());
      return blob.mediaType().startsWith("audio/")
          ? AudioContent.from(base64, blob.mediaType())
          : ImageContent.from(base64, blob.mediaType());
    }
  }

  /// The request's JSON with the extra fields and the seed, for which LangChain4j has no common
  /// place.
  String amended(String json, GenerationSettings settings) {
    if (extra.isEmpty() && settings.seed() == null) {
      return json;
    }
    try {
      var body = (ObjectNode) ContractJson.mapper().readTree(json);
      if (settings.seed() != null && !seedPath.isEmpty()) {
        int last = seedPath.lastIndexOf('/');
        var parent = last == 0 ? body : body.withObject(seedPath.substring(0, last));
        parent.put(seedPath.substring(last + 1), settings.seed());
      }
      extra.ifPresent(fields -> body.setAll((ObjectNode) fields));
      return ContractJson.mapper().writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("LangChain4j wrote a request that is no JSON", e);
    }
  }
}

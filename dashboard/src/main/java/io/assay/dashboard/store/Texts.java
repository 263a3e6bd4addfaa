package io.assay.dashboard.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.assay.contracts.event.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Texts within bounds: a table row must not hold a book because a prompt does.
///
/// @param limit how many characters of a text are kept
record Texts(int limit) {

  /// The text, or its beginning where it is longer than the limit.
  String cut(String text) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end);
  }

  /// Code points of a text.
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /// A value as people read it: a text as it is, texts line by line, the rest as JSON.
  String display(JsonNode value) {
    if (value.isTextual()) {
      return value.textValue();
    }
    if (value.isArray() && value.valueStream().allMatch(JsonNode::isTextual)) {
      return value.valueStream().map(JsonNode::textValue).collect(Collectors.joining("\n"));
    }
    return OutputTable.json(value);
  }

  /// A request whose texts are together within the limit.
  ModelRequest cut(ModelRequest request) {
    return switch (request) {
      case ModelRequest.GenerateText chat -> cut(chat);
      case ModelRequest.Embed embed -> new ModelRequest.Embed(cut(embed.texts()), embed.kind());
      case ModelRequest.Likelihood asked ->
          new ModelRequest.Likelihood(cut(asked.context()), cut(asked.continuations()));
      case ModelRequest.Transcribe asked ->
          new ModelRequest.Transcribe(
              asked.audio(),
              asked.audioSeconds(),
              asked.language(),
              asked.prompt() == null ? null : cut(asked.prompt()),
              asked.translate(),
              asked.wordTimes());
      case ModelRequest.GenerateImages asked ->
          new ModelRequest.GenerateImages(
              cut(asked.prompt()), asked.count(), asked.size(), asked.settings());
      case ModelRequest.EditImage asked ->
          new ModelRequest.EditImage(
              asked.image(),
              asked.mask(),
              cut(asked.prompt()),
              asked.kind(),
              asked.size(),
              asked.settings());
    };
  }

  private ModelRequest cut(ModelRequest.GenerateText chat) {
    var texts = cut(chat.messages().stream().map(ModelRequest.ChatMessage::content).toList());
    var messages = new ArrayList<ModelRequest.ChatMessage>();
    for (int i = 0; i < texts.size(); i++) {
      var given = chat.messages().get(i);
      messages.add(new ModelRequest.ChatMessage(given.role(), texts.get(i), given.attachments()));
    }
    return new ModelRequest.GenerateText(messages, chat.settings());
  }

  private List<String> cut(List<String> texts) {
    long all = texts.stream().mapToLong(String::length).sum();
    if (all <= limit) {
      return texts;
    }
    var kept = new Texts(Math.max(1, limit / texts.size()));
    return texts.stream().map(kept::cut).toList();
  }

  /// Fields whose texts are each within the limit.
  Map<String, JsonNode> cut(Map<String, JsonNode> fields) {
    return fields.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, field -> cut(field.getValue())));
  }

  private JsonNode cut(JsonNode value) {
    var text = value.isTextual() ? value.textValue() : OutputTable.json(value);
    return text.length() <= limit ? value : TextNode.valueOf(cut(text));
  }
}

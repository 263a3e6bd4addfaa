package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// A conversation as one text. System messages and a single question are joined by empty lines; in
/// a longer conversation each turn says whose it is.
final class ChatText {

  private static final String INPUT = "input";

  private ChatText() {}

  private record Turn(String role, String content) {}

  /// Makes a row's `input` a text; a conversation is kept in `messages`.
  static ObjectNode flatten(ObjectNode row) {
    JsonNode input = row.path(INPUT);
    if (input.isArray()) {
      row.set("messages", input);
      row.put(INPUT, text(input));
    }
    return row;
  }

  private static String text(JsonNode messages) {
    var turns = new ArrayList<Turn>();
    messages.forEach(message -> turns.add(turn(message, turns.size() + 1)));
    if (turns.isEmpty()) {
      throw new IllegalArgumentException("input is an empty conversation");
    }
    boolean dialogue = turns.stream().filter(turn -> !turn.role().equals("system")).count() > 1;
    return turns.stream()
        .map(turn -> dialogue ? spoken(turn) : turn.content())
        .collect(Collectors.joining("\n\n"));
  }

  private static String spoken(Turn turn) {
    String role = turn.role();
    return role.equals("system")
        ? turn.content()
        : role.substring(0, 1).toUpperCase(Locale.ROOT) + role.substring(1) + ": " + turn.content();
  }

  private static Turn turn(JsonNode message, int number) {
    String role = message.path("role").asText();
    if (!List.of("system", "user", "assistant").contains(role)) {
      throw new IllegalArgumentException(
          "message "
              + number
              + " has the role "
              + message.path("role")
              + ", expected system, user or assistant");
    }
    JsonNode content = message.path("content");
    return new Turn(role, content.isArray() ? parts(content, number) : plain(content, number));
  }

  private static String parts(JsonNode content, int number) {
    return StreamSupport.stream(content.spliterator(), false)
        .map(part -> plain(part.isTextual() ? part : part.path("text"), number))
        .collect(Collectors.joining("\n"));
  }

  private static String plain(JsonNode text, int number) {
    if (!text.isTextual()) {
      throw new IllegalArgumentException("message " + number + " has content that is no text");
    }
    return text.textValue();
  }
}

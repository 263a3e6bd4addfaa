package io.assay.evaluator.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.wire.ContractJson;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts the events of a streamed chat or completion together to what the server would have answered
/// at once. Belongs to one attempt; events come on one thread, the result is read after them.
final class ChatStream {

  private static final String DONE = "[DONE]";

  private final Runnable part;
  private final Map<Integer, Choice> choices = new TreeMap<>();
  private final ObjectNode whole = ContractJson.mapper().createObjectNode();
  private boolean begun;
  private boolean done;
  private @Nullable String broken;

  private static final class Choice {
    private final StringBuilder content = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final StringBuilder refusal = new StringBuilder();
    private @Nullable String finish;
  }

  /// @param part called when a part of the answer has come
  ChatStream(Runnable part) {
    this.part = part;
  }

  void event(String data) {
    begun = true;
    if (data.strip().equals(DONE)) {
      done = true;
      return;
    }
    try {
      add(ContractJson.mapper().readTree(data));
    } catch (JsonProcessingException e) {
      broken = "an event that is no JSON: " + e.getOriginalMessage();
    }
  }

  private void add(JsonNode event) {
    for (String name : new String[] {"id", "model", "system_fingerprint", "usage", "error"}) {
      var value = event.path(name);
      if (!value.isMissingNode() && !value.isNull()) {
        whole.set(name, value);
      }
    }
    for (JsonNode choice : event.path("choices")) {
      add(choice, choices.computeIfAbsent(choice.path("index").asInt(0), _ -> new Choice()));
    }
  }

  private void add(JsonNode event, Choice choice) {
    var delta = event.path("delta");
    boolean some = append(event.path("text"), choice.content);
    some |= append(delta.path("content"), choice.content);
    some |= append(delta.path("reasoning_content"), choice.reasoning);
    some |= append(delta.path("reasoning"), choice.reasoning);
    some |= append(delta.path("refusal"), choice.refusal);
    if (some) {
      part.run();
    }
    if (event.path("finish_reason").isTextual()) {
      choice.finish = event.path("finish_reason").textValue();
    }
  }

  private static boolean append(JsonNode text, StringBuilder to) {
    if (!text.isTextual() || text.textValue().isEmpty()) {
      return false;
    }
    to.append(text.textValue());
    return true;
  }

  /// Whether the server streamed at all: some answer at once although they were asked to.
  boolean begun() {
    return begun;
  }

  /// Why the stream is no whole answer; null if it is one. Some servers end without `[DONE]`.
  @Nullable String lacking() {
    if (broken != null) {
      return broken;
    }
    boolean finished = choices.values().stream().anyMatch(choice -> choice.finish != null);
    return done || finished || whole.has("error")
        ? null
        : "a stream that ended before the answer did";
  }

  /// What the server would have answered at once.
  JsonNode whole() {
    var all = whole.putArray("choices");
    choices.forEach((index, choice) -> {
      var each = all.addObject().put("index", index).put("finish_reason", choice.finish);
      var message = each.putObject("message").put("content", choice.content.toString());
      each.put("text", choice.content.toString());
      if (!choice.reasoning.isEmpty()) {
        message.put("reasoning_content", choice.reasoning.toString());
      }
      if (!choice.refusal.isEmpty()) {
        message.put("refusal", choice.refusal.toString());
      }
    });
    return whole;
  }
}

package io.assay.tasks.instruction;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.tasks.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// The arguments of one instruction. Where one is absent the reference draws a random one, which
/// nobody could follow: here it is an error.
///
/// @param instruction whose they are, for messages
/// @param values an object; null stands for absent
record Arguments(String instruction, JsonNode values) {

  private static final List<String> RELATIONS = List.of("less than", "at least");

  /// A number from 0.
  int count(String name) {
    JsonNode value = given(name);
    if (!value.isNumber() || value.asDouble() != value.asInt() || value.asInt() < 0) {
      throw wrong(name, "a whole number from 0");
    }
    return value.asInt();
  }

  /// A text without white space around it.
  String text(String name) {
    return PythonText.strip(raw(name));
  }

  /// A text as it is.
  String raw(String name) {
    JsonNode value = given(name);
    if (!value.isTextual()) {
      throw wrong(name, "a text");
    }
    return value.asText();
  }

  /// Texts, at least one.
  List<String> texts(String name) {
    var texts = new ArrayList<String>();
    for (JsonNode each : given(name)) {
      if (!each.isTextual()) {
        throw wrong(name, "a list of texts");
      }
      texts.add(each.asText());
    }
    if (texts.isEmpty()) {
      throw wrong(name, "a list of texts");
    }
    return texts;
  }

  /// Whether a count is less than a bound, or reaches it.
  IntPredicate relation(String name, String boundName) {
    int bound = count(boundName);
    String relation = text(name);
    if (!RELATIONS.contains(relation)) {
      throw wrong(name, "“less than” or “at least”");
    }
    return relation.equals("less than") ? count -> count < bound : count -> count >= bound;
  }

  private JsonNode given(String name) {
    return values.path(name);
  }

  IllegalArgumentException wrong(String name, String expected) {
    JsonNode value = given(name);
    return new IllegalArgumentException(
        name
            + " of instruction "
            + instruction
            + (value.isMissingNode() || value.isNull() ? " is missing" : " is " + value)
            + ", expected "
            + expected);
  }
}

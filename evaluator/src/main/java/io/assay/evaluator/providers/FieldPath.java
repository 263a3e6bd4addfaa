package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// A field of a JSON object, perhaps an inner one: `175b.solution`.
record FieldPath(List<String> names) {

  FieldPath {
    names = List.copyOf(names);
  }

  static FieldPath parse(String text) {
    return new FieldPath(List.of(text.split("\\.", -1)));
  }

  /// Its value, unless it is absent or null. A field whose own name has dots is found too.
  Optional<JsonNode> in(JsonNode object) {
    JsonNode value = object.path(toString());
    if (value.isMissingNode()) {
      value = object;
      for (String name : names) {
        value = value.path(name);
      }
    }
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  @Override
  public String toString() {
    return String.join(".", names);
  }
}

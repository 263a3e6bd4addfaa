package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fields by dotted paths: `answer.text` is the field of that very name, or else `text` inside
/// `answer`.
public final class FieldPath {

  private FieldPath() {}

  /// The field at a path; empty where there is none or its value is null.
  public static Optional<JsonNode> find(JsonNode row, String path) {
    var whole = row.path(path);
    if (!whole.isMissingNode()) {
      return Optional.of(whole).filter(node -> !node.isNull());
    }
    int dot = path.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : find(row.path(path.substring(0, dot)), path.substring(dot + 1));
  }

  /// All paths that lead somewhere, to suggest one of them.
  public static List<String> all(ObjectNode row) {
    var paths = new ArrayList<String>();
    row.properties()
        .forEach(field -> {
          paths.add(field.getKey());
          if (field.getValue() instanceof ObjectNode inner) {
            all(inner).forEach(path -> paths.add(field.getKey() + "." + path));
          }
        });
    return paths;
  }
}

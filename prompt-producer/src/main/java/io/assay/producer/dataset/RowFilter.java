package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which rows are wanted, by their fields' values. A field that is a list has the values of its
/// items; numbers and texts that are written alike are equal, as tables know only texts.
final class RowFilter {

  static final RowFilter NONE = new RowFilter(Map.of());

  private final Map<String, List<JsonNode>> wanted = new LinkedHashMap<>();

  /// @param where field → value, or a list of values of which one must be met
  RowFilter(Map<String, JsonNode> where) {
    where.forEach((path, value) -> wanted.put(path, items(value)));
  }

  private static List<JsonNode> items(JsonNode value) {
    if (!value.isArray()) {
      return List.of(value);
    }
    var items = new ArrayList<JsonNode>();
    value.forEach(items::add);
    return items;
  }

  /// Whether a row is wanted.
  boolean passes(ObjectNode row) {
    return wanted.entrySet().stream()
        .allMatch(each ->
            FieldPath.find(row, each.getKey())
                .filter(found -> anyEqual(items(found), each.getValue()))
                .isPresent());
  }

  private static boolean anyEqual(List<JsonNode> found, List<JsonNode> values) {
    return found.stream().anyMatch(has -> values.stream().anyMatch(value -> equal(has, value)));
  }

  private static boolean equal(JsonNode has, JsonNode value) {
    if (has.isNumber() && value.isNumber()) {
      return has.decimalValue().compareTo(value.decimalValue()) == 0;
    }
    return has.isValueNode() && has.asText().equals(value.asText());
  }
}

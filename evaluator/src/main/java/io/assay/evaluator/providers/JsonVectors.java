package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Embedding;
import java.util.ArrayList;
import java.util.List;

/// Vectors as JSON writes them.
final class JsonVectors {

  private JsonVectors() {}

  /// An array of numbers is one vector, an array of such arrays many; anything else is none.
  static List<Embedding> read(JsonNode value) {
    if (!value.isArray() || value.isEmpty()) {
      return List.of();
    }
    if (value.get(0).isNumber()) {
      return List.of(vector(value));
    }
    List<Embedding> vectors = new ArrayList<>(value.size());
    for (JsonNode element : value) {
      if (!element.isArray() || element.isEmpty() || !element.get(0).isNumber()) {
        return List.of();
      }
      vectors.add(vector(element));
    }
    return vectors;
  }

  private static Embedding vector(JsonNode array) {
    var values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).floatValue();
    }
    return Embedding.of(values);
  }
}

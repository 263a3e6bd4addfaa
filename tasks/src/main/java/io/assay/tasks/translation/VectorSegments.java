package io.assay.tasks.translation;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.ArrayList;
import java.util.List;

/// The segments of a vector file's line: `predictions` and the references of each, or one
/// `prediction` with its references. A reference that is null is left out; one reference may stand
/// alone instead of in a list.
record VectorSegments(List<String> hypotheses, List<List<String>> references) {

  static VectorSegments of(VectorLine line) {
    return line.inputs().has("prediction")
        ? new VectorSegments(
            List.of(VectorJson.text(line.input("prediction"))),
            List.of(texts(line.input("references"))))
        : new VectorSegments(
            VectorJson.texts(line.input("predictions")),
            VectorJson.list(line.input("references"), VectorSegments::texts));
  }

  private static List<String> texts(JsonNode node) {
    if (node.isTextual()) {
      return List.of(node.asText());
    }
    var texts = new ArrayList<String>();
    for (JsonNode each : VectorJson.list(node, each -> each)) {
      if (!each.isNull()) {
        texts.add(VectorJson.text(each));
      }
    }
    return texts;
  }

  /// The number of references of every segment, or `var`.
  String referenceCount() {
    List<Integer> counts = references.stream().map(List::size).distinct().toList();
    return counts.size() == 1 ? counts.getFirst().toString() : "var";
  }
}

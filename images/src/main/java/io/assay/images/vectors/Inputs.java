package io.assay.images.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.images.features.Features;
import io.assay.images.picture.Picture;
import io.assay.images.picture.PictureReader;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/// Reads what lines have in common.
final class Inputs {

  private Inputs() {}

  static Picture picture(VectorLine line, String name) {
    return PictureReader.read(line.file(VectorJson.text(line.input(name))));
  }

  static List<double[]> rows(JsonNode node) {
    return VectorJson.list(node, VectorJson::numbers);
  }

  static Features features(VectorLine line, String name) {
    return Features.of(rows(line.input(name)));
  }

  /// A part of an answer, or the error that stands in its place where the reference refuses only
  /// this part.
  static JsonNode orError(Supplier<JsonNode> part) {
    try {
      return part.get();
    } catch (IllegalArgumentException refused) {
      return JsonNodeFactory.instance
          .objectNode()
          .put("error", "refused")
          .put("message", String.valueOf(refused.getMessage()));
    }
  }

  static JsonNode numberOrError(DoubleSupplier part) {
    return orError(() -> VectorJson.json(part.getAsDouble()));
  }
}

package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a detector found in an image, as recorded outputs and programs write it: a list of
/// `{"class": "cat", "box": [left, top, right, bottom], "confidence": 0.9, "color": "red"}`. The
/// confidence is 1 where it is left out; the color is left out where nothing has told it.
final class JsonObjects {

  private static final int MOST = 2000;

  private JsonObjects() {}

  /// The objects; none where there is no list, since no detector has looked.
  ///
  /// @throws IllegalArgumentException where it is something else; the message says what
  static @Nullable List<Answer.Found> read(JsonNode objects) {
    if (objects.isMissingNode() || objects.isNull()) {
      return null;
    }
    if (!objects.isArray() || objects.size() > MOST) {
      throw new IllegalArgumentException(
          "objects are %s, expected a list of at most %d"
              .formatted(objects.isArray() ? objects.size() : objects.getNodeType(), MOST));
    }
    List<Answer.Found> found = new ArrayList<>();
    objects.forEach(each -> found.add(object(each)));
    return found;
  }

  private static Answer.Found object(JsonNode node) {
    JsonNode colour = node.has("color") ? node.path("color") : node.path("colour");
    List<Double> box = new ArrayList<>();
    node.path("box").forEach(side -> box.add(side.asDouble(Double.NaN)));
    return new Answer.Found(
        node.path("class").asText(""),
        box,
        node.path("confidence").asDouble(1),
        colour.isTextual() ? colour.textValue() : null);
  }
}

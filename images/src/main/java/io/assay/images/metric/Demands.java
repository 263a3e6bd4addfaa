package io.assay.images.metric;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Sample;
import io.assay.images.prompts.CompositionCheck.Demand;
import io.assay.images.prompts.CompositionCheck.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a sample's image should show, as GenEval's data sets write it: `include` and `exclude`,
/// lists of `{"class": "cat", "count": 1, "color": "red", "position": ["left of", 0]}`, and the
/// kind of prompt as `tag`.
///
/// @param tag the kind of prompt
/// @param included what must be there
/// @param excluded what must not be there in such numbers
record Demands(String tag, List<Demand> included, List<Demand> excluded) {

  private static final List<String> RELATIONS = List.of("left of", "right of", "above", "below");

  /// Those of a sample's metadata.
  ///
  /// @throws IllegalArgumentException where there are none, or they are something else
  static Demands of(Sample sample) {
    JsonNode tag = sample.metadata().get("tag");
    List<Demand> included = demands(sample, "include");
    List<Demand> excluded = demands(sample, "exclude");
    if (included.isEmpty() && excluded.isEmpty()) {
      throw new IllegalArgumentException("metadata has neither include nor exclude");
    }
    return new Demands(tag == null ? "all" : tag.asText(), included, excluded);
  }

  /// Whether objects are counted, for which a detector must be surer.
  boolean counting() {
    return tag.equals("counting");
  }

  private static List<Demand> demands(Sample sample, String name) {
    JsonNode list = sample.metadata().get(name);
    if (list == null || list.isNull()) {
      return List.of();
    }
    if (!list.isArray()) {
      throw new IllegalArgumentException(
          "metadata.%s is %s, expected a list".formatted(name, list));
    }
    List<Demand> demands = new ArrayList<>();
    for (JsonNode each : list) {
      demands.add(demand(each, name, demands.size()));
    }
    return demands;
  }

  private static Demand demand(JsonNode node, String name, int before) {
    JsonNode count = node.path("count");
    if (!node.path("class").isTextual() || !count.isIntegralNumber() || count.asInt() < 0) {
      throw new IllegalArgumentException(
          "metadata.%s holds %s, expected {\"class\": \"cat\", \"count\": 1, …}"
              .formatted(name, node));
    }
    JsonNode colour = node.path("color");
    return new Demand(
        node.path("class").textValue(),
        count.asInt(),
        colour.isTextual() ? colour.textValue() : null,
        position(node.path("position"), name, before));
  }

  private static @Nullable Position position(JsonNode node, String name, int before) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    int target = node.path(1).asInt(-1);
    if (!RELATIONS.contains(node.path(0).asText()) || target < 0 || target >= before) {
      throw new IllegalArgumentException(
          "position of metadata.%s is %s, expected one of %s and the number of an entry before it"
              .formatted(name, node, RELATIONS));
    }
    return new Position(node.path(0).textValue(), target);
  }
}

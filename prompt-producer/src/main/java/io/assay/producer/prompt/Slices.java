package io.assay.producer.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.spec.SliceSpec;
import io.assay.producer.dataset.FieldPath;
import io.assay.producer.dataset.Item;
import io.assay.producer.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says which slices of a task an item is in.
final class Slices {

  /// Longer texts divide nothing: they are somebody's questions.
  private static final int LONGEST_VALUE = 100;

  private record Way(SliceSpec spec, @Nullable Template template) {
    static Way of(SliceSpec spec) {
      return new Way(spec, Template.isTemplate(spec.by()) ? Template.of(spec.by()) : null);
    }
  }

  private final List<Way> ways;

  /// @throws IllegalArgumentException where a template is wrong
  Slices(List<SliceSpec> specs) {
    this.ways = specs.stream().map(Way::of).toList();
  }

  /// The names of an item's slices, such as `language=de`.
  ///
  /// @throws IllegalArgumentException where a field divides nothing: it is an object or a long text
  List<String> of(Item.Good item) {
    if (ways.isEmpty()) {
      return List.of();
    }
    Set<String> names = new LinkedHashSet<>();
    for (Way way : ways) {
      for (JsonNode value : values(way, item)) {
        String text = text(way.spec(), value);
        if (!text.isEmpty()) {
          names.add(way.spec().name() + "=" + text);
        }
      }
    }
    return List.copyOf(names);
  }

  private static List<JsonNode> values(Way way, Item.Good item) {
    var template = way.template();
    Optional<JsonNode> found =
        template != null
            ? Optional.of(template.value(item.row()))
            : FieldPath.find(item.row(), way.spec().by())
                .or(() -> Optional.ofNullable(item.sample().metadata().get(way.spec().by())));
    var values = new ArrayList<JsonNode>();
    found.ifPresent(value -> {
      if (value.isArray()) {
        value.forEach(values::add);
      } else {
        values.add(value);
      }
    });
    return values;
  }

  private static String text(SliceSpec spec, JsonNode value) {
    if (!value.isValueNode()) {
      throw new IllegalArgumentException(
          "slices: " + spec.name() + " is an object, expected a text, a number or a list of them");
    }
    String text = value.isNull() ? "" : value.asText().strip();
    if (text.length() > LONGEST_VALUE) {
      throw new IllegalArgumentException(
          "slices: "
              + spec.name()
              + " is a text of "
              + text.length()
              + " characters, expected the name of a slice");
    }
    return text;
  }
}

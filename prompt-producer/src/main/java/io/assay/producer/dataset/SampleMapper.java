package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.document.DidYouMean;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.FieldMapping;
import io.assay.producer.template.Template;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A row to a sample, as the document's `fields` say.
final class SampleMapper implements RowMapper {

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");

  private final FieldMapping fields;
  private final boolean numericTarget;
  private final boolean targetRequired;
  private final Map<String, Template> templates = new HashMap<>();

  /// @param fields which field is what
  /// @param numericTarget whether a target that is the text of a number becomes the number
  SampleMapper(FieldMapping fields, boolean numericTarget) {
    this.fields = fields;
    this.numericTarget = numericTarget;
    this.targetRequired = !fields.equals(FieldMapping.DEFAULTS);
  }

  @Override
  public Item item(ObjectNode row, String place) {
    try {
      return new Item.Good(sample(row), row, place);
    } catch (Absent absent) {
      return new Item.Bad(
          absent.getMessage(), DidYouMean.of(absent.path, FieldPath.all(row), "its fields"), place);
    } catch (IllegalArgumentException unfit) {
      return new Item.Bad(String.valueOf(unfit.getMessage()), null, place);
    }
  }

  private Sample sample(ObjectNode row) {
    return new Sample(id(row), input(row), target(row), cluster(row), metadata(row));
  }

  private String id(ObjectNode row) {
    String path = fields.id();
    return path == null ? CanonicalHash.of(row) : text(required(row, path, "id"), path);
  }

  private @Nullable String cluster(ObjectNode row) {
    String path = fields.cluster();
    return path == null ? null : text(required(row, path, "cluster"), path);
  }

  private static String text(JsonNode value, String path) {
    if (!value.isValueNode() || value.asText().isBlank()) {
      throw new IllegalArgumentException(
          "field " + path + " is " + value + ", expected a text or a number");
    }
    return value.asText();
  }

  private JsonNode input(ObjectNode row) {
    if (fields.input().size() == 1) {
      return asText(required(row, fields.input().getFirst(), "input"));
    }
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    fields.input().forEach(path -> parts.add(asText(required(row, path, "input"))));
    return parts;
  }

  private static JsonNode asText(JsonNode value) {
    return value.isNumber() || value.isBoolean()
        ? JsonNodeFactory.instance.textNode(value.asText())
        : value;
  }

  private @Nullable JsonNode target(ObjectNode row) {
    String path = fields.target();
    if (path == null) {
      return null;
    }
    var found = find(row, path);
    if (found.isEmpty() && targetRequired && !row.has(path)) {
      throw new Absent(path, "target");
    }
    return found.map(this::number).orElse(null);
  }

  private JsonNode number(JsonNode target) {
    return numericTarget
            && target.isTextual()
            && NUMBER.matcher(target.textValue().strip()).matches()
        ? JsonNodeFactory.instance.numberNode(
            new BigDecimal(target.textValue().strip()).doubleValue())
        : target;
  }

  private Map<String, JsonNode> metadata(ObjectNode row) {
    var metadata = new LinkedHashMap<String, JsonNode>();
    fields.metadata().forEach(path -> find(row, path).ifPresent(v -> metadata.put(path, v)));
    String choices = fields.choices();
    if (choices != null) {
      metadata.put("choices", required(row, choices, "choices"));
    }
    return metadata;
  }

  /// What stands at a path, or what a template makes of the row.
  private Optional<JsonNode> find(ObjectNode row, String path) {
    return Template.isTemplate(path)
        ? Optional.of(templates.computeIfAbsent(path, Template::of).value(row))
        : FieldPath.find(row, path);
  }

  private JsonNode required(ObjectNode row, String path, String role) {
    return find(row, path).orElseThrow(() -> new Absent(path, role));
  }

  private static final class Absent extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String path;

    Absent(String path, String role) {
      super("there is no field " + path + ", which fields." + role + " names", null, false, false);
      this.path = path;
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}

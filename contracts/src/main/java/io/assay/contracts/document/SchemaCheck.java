package io.assay.contracts.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tree against the committed JSON Schema; the validator's errors in our words.
final class SchemaCheck {

  private static final String IDENTIFIER = "^[A-Za-z_]";

  private static final JsonNode SCHEMA = load();
  private static final Schema VALIDATOR =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SCHEMA);

  private SchemaCheck() {}

  /// @param part path of what is wrong, to be left out by whoever reads on
  record Finding(Problem problem, NodePath part, boolean missing) {}

  static String text() {
    return SCHEMA.toPrettyString();
  }

  private static JsonNode load() {
    try (var in = SchemaCheck.class.getResourceAsStream("job.schema.json")) {
      return ContractJson.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("job.schema.json is not readable", e);
    }
  }

  static List<Finding> of(JsonNode tree, SourceMap map) {
    var findings = new ArrayList<Finding>();
    for (Error error : VALIDATOR.validate(tree)) {
      var finding = finding(error, map);
      if (finding != null) {
        findings.add(finding);
      }
    }
    return findings;
  }

  private static @Nullable Finding finding(Error error, SourceMap map) {
    String path = path(error.getInstanceLocation());
    String property = error.getProperty();
    return switch (error.getKeyword()) {
      case "if", "then", "else", "$ref", "properties" -> null;
      case "additionalProperties" -> unknownKey(error, map, path, String.valueOf(property));
      case "required" -> missingKey(error, map, path, String.valueOf(property));
      default ->
          new Finding(
              map.problem(path, named(path) + " " + complaint(error), cure(error)),
              error.getInstanceLocation(),
              false);
    };
  }

  private static Finding unknownKey(Error error, SourceMap map, String path, String key) {
    var known = new ArrayList<String>();
    around(error).path("properties").fieldNames().forEachRemaining(known::add);
    var problem =
        map.problem(
            SourceMap.key(path, key), "unknown key " + key, DidYouMean.of(key, known, "keys"));
    return new Finding(problem, error.getInstanceLocation().append(key), false);
  }

  private static Finding missingKey(Error error, SourceMap map, String path, String key) {
    String what = around(error).path("properties").path(key).path("description").asText("");
    String at = path.isEmpty() ? "" : " of " + path;
    var problem =
        map.problem(
            SourceMap.key(path, key),
            "key " + key + at + " is missing",
            what.isEmpty() ? null : "add " + key + ": " + lowerFirst(what));
    return new Finding(problem, error.getInstanceLocation(), true);
  }

  /// The schema that holds the keyword that failed.
  private static JsonNode around(Error error) {
    var fragment = error.getSchemaLocation().getFragment();
    var node = SCHEMA;
    for (int i = 0; i < fragment.getNameCount() - 1; i++) {
      var name = fragment.getName(i);
      node = node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
    }
    return node;
  }

  private static String complaint(Error error) {
    var schema = around(error);
    var found = shown(error.getInstanceNode());
    return switch (error.getKeyword()) {
      case "type" -> "is " + found + ", expected " + types(schema.path("type"));
      case "enum" -> "is " + found + ", expected one of " + texts(schema.path("enum"));
      case "minimum" -> "is " + found + ", expected " + schema.path("minimum") + " or more";
      case "exclusiveMinimum" ->
          "is " + found + ", expected more than " + schema.path("exclusiveMinimum");
      case "maximum" -> "is " + found + ", expected " + schema.path("maximum") + " or less";
      case "minLength", "minItems" -> "is empty";
      case "maxLength" ->
          "is " + found + ", expected at most " + schema.path("maxLength") + " character";
      case "pattern" -> "is " + found + ", expected " + pattern(schema.path("pattern").asText());
      case "propertyNames" -> "is " + found + ", expected " + pattern(IDENTIFIER);
      case "false" -> "has no place beside tasks";
      default -> error.getMessage();
    };
  }

  private static String pattern(String pattern) {
    return pattern.startsWith(IDENTIFIER)
        ? "letters, digits and _, starting with a letter"
        : "a text like " + pattern;
  }

  private static @Nullable String cure(Error error) {
    return switch (error.getKeyword()) {
      case "enum" ->
          DidYouMean.nearest(error.getInstanceNode().asText(), list(around(error).path("enum")))
              .map(near -> "did you mean " + near + "?")
              .orElse(null);
      case "false" -> "move it into the tasks that it is for";
      case "type" ->
          error.getInstanceNode().isTextual() && isNumber(around(error).path("type"))
              ? "write the number without quotation marks"
              : null;
      default -> null;
    };
  }

  private static boolean isNumber(JsonNode type) {
    return type.asText().equals("integer") || type.asText().equals("number");
  }

  private static String named(String path) {
    return path.isEmpty() ? "the document" : path;
  }

  private static String shown(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "a mapping";
      case ARRAY -> "a list";
      case STRING -> node.textValue().isEmpty() ? "empty" : "\"" + node.textValue() + "\"";
      default -> node.toString();
    };
  }

  private static String types(JsonNode types) {
    return String.join(" or ", list(types).stream().map(SchemaCheck::type).distinct().toList());
  }

  private static String type(String type) {
    return switch (type) {
      case "object" -> "a mapping";
      case "array" -> "a list";
      case "string" -> "a text";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      case "null" -> "nothing";
      default -> "a " + type;
    };
  }

  private static String texts(JsonNode values) {
    return String.join(", ", list(values));
  }

  private static List<String> list(JsonNode values) {
    if (!values.isArray()) {
      return List.of(values.asText());
    }
    var texts = new ArrayList<String>();
    values.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  private static String lowerFirst(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static String path(NodePath location) {
    String path = "";
    for (int i = 0; i < location.getNameCount(); i++) {
      path =
          location.getElement(i) instanceof Integer index
              ? SourceMap.item(path, index)
              : SourceMap.key(path, location.getName(i));
    }
    return path;
  }
}

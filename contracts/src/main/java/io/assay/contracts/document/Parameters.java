package io.assay.contracts.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The document's parameters and their values; puts them in the place of `${name}`. `$${name}` is
/// the text `${name}` itself.
final class Parameters {

  private static final Pattern REFERENCE = Pattern.compile("(\\$?)\\$\\{([^}]*)}");

  private final Map<String, JsonNode> values = new HashMap<>();
  private final Set<String> declared = new TreeSet<>();
  private final SourceMap map;
  private final List<Problem> problems;

  Parameters(
      JsonNode declarations, Map<String, String> given, SourceMap map, List<Problem> problems) {
    this.map = map;
    this.problems = problems;
    declarations
        .properties()
        .forEach(entry -> declare(entry.getKey(), entry.getValue(), given.get(entry.getKey())));
    for (String name : new TreeSet<>(given.keySet())) {
      if (!declared.contains(name)) {
        String near = DidYouMean.of(name, declared, "parameters");
        report("parameters", "the document has no parameter " + name, near);
      }
    }
  }

  private void declare(String name, JsonNode declaration, @Nullable String given) {
    declared.add(name);
    JsonNode fallback = declaration.isObject() ? declaration.path("default") : declaration;
    String type = declaration.path("type").asText(fallback.isNumber() ? "number" : "text");
    if (given != null) {
      values.put(name, typed(name, type, given));
    } else if (fallback.isValueNode() && !fallback.isNull()) {
      values.put(name, fallback);
    } else {
      report(
          SourceMap.key("parameters", name),
          "parameter " + name + " has no value" + describe(declaration),
          "give it: --set " + name + "=…");
    }
  }

  private static String describe(JsonNode declaration) {
    String description = declaration.path("description").asText("");
    return description.isEmpty() ? "" : " (" + description + ")";
  }

  private JsonNode typed(String name, String type, String given) {
    var number = PlainNumber.of(given);
    if (type.equals("number") && number.isEmpty()) {
      report(
          SourceMap.key("parameters", name),
          "parameter " + name + " is " + given + ", expected a number",
          null);
    }
    return type.equals("number") && number.isPresent()
        ? number.get()
        : JsonNodeFactory.instance.textNode(given);
  }

  /// The tree with every reference replaced.
  JsonNode fill(JsonNode node, String path) {
    return switch (node.getNodeType()) {
      case OBJECT -> object(node, path);
      case ARRAY -> {
        var array = JsonNodeFactory.instance.arrayNode();
        node.forEach(item -> array.add(fill(item, SourceMap.item(path, array.size()))));
        yield array;
      }
      case STRING -> text(node.textValue(), path);
      default -> node;
    };
  }

  /// A key without a value counts as absent.
  private ObjectNode object(JsonNode node, String path) {
    var object = JsonNodeFactory.instance.objectNode();
    for (var entry : node.properties()) {
      if (!(entry.getValue() instanceof NullNode)) {
        object.set(entry.getKey(), fill(entry.getValue(), SourceMap.key(path, entry.getKey())));
      }
    }
    return object;
  }

  private JsonNode text(String text, String path) {
    Matcher reference = REFERENCE.matcher(text);
    if (reference.matches() && reference.group(1).isEmpty()) {
      var whole = values.get(reference.group(2));
      if (whole != null) {
        return whole;
      }
    }
    return JsonNodeFactory.instance.textNode(
        REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match, path))));
  }

  private String value(java.util.regex.MatchResult match, String path) {
    String name = match.group(2);
    if (!match.group(1).isEmpty()) {
      return match.group().substring(1);
    }
    var value = values.get(name);
    if (value == null && !declared.contains(name)) {
      report(
          path, "unknown parameter ${" + name + "}", DidYouMean.of(name, declared, "parameters"));
    }
    return value == null ? match.group() : value.asText();
  }

  private void report(String path, String message, @Nullable String suggestion) {
    problems.add(map.problem(path, message, suggestion));
  }
}

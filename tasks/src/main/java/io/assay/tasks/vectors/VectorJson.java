package io.assay.tasks.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads and writes the values of vector files, where numbers that JSON lacks are `"NaN"`,
/// `"Infinity"` and `"-Infinity"`.
public final class VectorJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

  private VectorJson() {}

  /// Whether a value is a number.
  public static boolean isNumber(JsonNode node) {
    return node.isNumber() || (node.isTextual() && NOT_FINITE.contains(node.asText()));
  }

  /// A number.
  ///
  /// @throws IllegalArgumentException where it is none
  public static double number(JsonNode node) {
    if (!isNumber(node)) {
      throw new IllegalArgumentException("expected a number, found " + node);
    }
    return node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
  }

  /// A list of numbers.
  public static double[] numbers(JsonNode node) {
    return list(node, VectorJson::number).stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// A list of whole numbers.
  public static int[] integers(JsonNode node) {
    return list(node, JsonNode::intValue).stream().mapToInt(Integer::intValue).toArray();
  }

  /// A list of lists of numbers.
  public static double[][] matrix(JsonNode node) {
    return list(node, VectorJson::numbers).toArray(double[][]::new);
  }

  /// A text.
  ///
  /// @throws IllegalArgumentException where it is none
  public static String text(JsonNode node) {
    if (!node.isTextual()) {
      throw new IllegalArgumentException("expected a text, found " + node);
    }
    return node.asText();
  }

  /// A list of texts.
  public static List<String> texts(JsonNode node) {
    return list(node, VectorJson::text);
  }

  /// A list of texts; one alone counts as a list.
  public static List<String> oneOrMoreTexts(JsonNode node) {
    return node.isTextual() ? List.of(node.asText()) : texts(node);
  }

  /// A list of anything.
  public static <T> List<T> list(JsonNode node, Function<JsonNode, T> item) {
    if (!node.isArray()) {
      throw new IllegalArgumentException("expected a list, found " + node);
    }
    var items = new ArrayList<T>(node.size());
    node.forEach(each -> items.add(item.apply(each)));
    return items;
  }

  /// A number as files write it.
  public static JsonNode json(double number) {
    return Double.isFinite(number)
        ? JSON.numberNode(number)
        : JSON.textNode(Double.toString(number));
  }

  /// Numbers as files write them.
  public static ArrayNode json(double... numbers) {
    ArrayNode array = JSON.arrayNode(numbers.length);
    for (double number : numbers) {
      array.add(json(number));
    }
    return array;
  }

  /// Anything as a list.
  public static <T> ArrayNode json(Collection<T> items, Function<T, JsonNode> item) {
    ArrayNode array = JSON.arrayNode(items.size());
    items.forEach(each -> array.add(item.apply(each)));
    return array;
  }

  /// A part of an answer; or, where the reference refuses just that part, `{"error", "message"}`.
  public static JsonNode orRefusal(Supplier<JsonNode> part) {
    try {
      return part.get();
    } catch (IllegalArgumentException refused) {
      return JSON.objectNode()
          .put("error", "ValueError")
          .put("message", String.valueOf(refused.getMessage()));
    }
  }
}

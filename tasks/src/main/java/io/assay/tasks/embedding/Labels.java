package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.tasks.vectors.VectorJson;
import java.util.List;

/// Labels of vector files, which may be numbers, texts or truth values, in a form with an order.
record Labels(List<Label> all) {

  /// One label: a number, or a text of number 0.
  record Label(double number, String text, boolean isText, boolean isTruth)
      implements Comparable<Label> {

    @Override
    public int compareTo(Label other) {
      int byNumber = Double.compare(number, other.number);
      return byNumber != 0 ? byNumber : text.compareTo(other.text);
    }

    JsonNode json() {
      JsonNodeFactory json = JsonNodeFactory.instance;
      if (isText) {
        return json.textNode(text);
      }
      if (isTruth) {
        return json.booleanNode(number != 0);
      }
      return number == Math.rint(number) ? json.numberNode((long) number) : json.numberNode(number);
    }
  }

  /// @throws IllegalArgumentException where it is not a list of labels
  static Labels of(JsonNode node) {
    return new Labels(VectorJson.list(node, Labels::label));
  }

  private static Label label(JsonNode node) {
    if (node.isBoolean()) {
      return new Label(node.asBoolean() ? 1 : 0, "", false, true);
    }
    return node.isTextual() && !VectorJson.isNumber(node)
        ? new Label(0, node.asText(), true, false)
        : new Label(VectorJson.number(node) + 0.0, "", false, false);
  }

  /// The labels as classes.
  ///
  /// @throws IllegalArgumentException where some are numbers between whole ones, or some are texts
  ///   and some are not
  Labels asClasses() {
    boolean texts = all.stream().anyMatch(Label::isText);
    for (Label each : all) {
      if (each.isText() != texts || each.number() != Math.rint(each.number())) {
        throw new IllegalArgumentException("labels are no classes: " + each.json());
      }
    }
    return this;
  }

  boolean areTexts() {
    return all.stream().anyMatch(Label::isText);
  }

  double[] numbers() {
    return all.stream().mapToDouble(Label::number).toArray();
  }

  List<Label> distinct() {
    return all.stream().distinct().sorted().toList();
  }

  /// Each label's place among the distinct ones.
  int[] places() {
    List<Label> distinct = distinct();
    return all.stream().mapToInt(distinct::indexOf).toArray();
  }
}

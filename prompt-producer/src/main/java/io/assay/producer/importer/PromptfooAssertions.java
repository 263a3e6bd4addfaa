package io.assay.producer.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.producer.template.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Assertions of one test as metrics, by the value that they expect.
final class PromptfooAssertions {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<String, String> WITH_TARGET =
      Map.ofEntries(
          Map.entry("equals", "exact_match"),
          Map.entry("contains", "contains"),
          Map.entry("icontains", "contains"),
          Map.entry("contains-any", "contains"),
          Map.entry("icontains-any", "contains"),
          Map.entry("starts-with", "starts_with"),
          Map.entry("levenshtein", "levenshtein_similarity"),
          Map.entry("rouge-n", "rouge1"),
          Map.entry("bleu", "sentence_bleu"),
          Map.entry("meteor", "meteor"));
  private static final Set<String> UNDERSTOOD =
      Set.of("type", "value", "threshold", "weight", "metric");

  private final ObjectNode vars;
  private final boolean reporting;
  private final Map<JsonNode, List<ObjectNode>> byTarget = new LinkedHashMap<>();
  private final List<ObjectNode> withoutTarget = new ArrayList<>();

  /// @param vars what the values of assertions may name
  /// @param reporting whether what is found is noted
  PromptfooAssertions(ObjectNode vars, boolean reporting) {
    this.vars = vars;
    this.reporting = reporting;
  }

  void addAll(JsonNode assertions, Spot spot) {
    for (int i = 0; i < assertions.size(); i++) {
      add(assertions.get(i), spot, "assert[" + i + "]");
    }
  }

  private void add(JsonNode assertion, Spot spot, String path) {
    String type = assertion.path("type").asText();
    if (type.equals("assert-set")) {
      for (int i = 0; i < assertion.path("assert").size(); i++) {
        add(assertion.path("assert").get(i), spot, path + ".assert[" + i + "]");
      }
      return;
    }
    for (var names = assertion.fieldNames(); names.hasNext(); ) {
      String key = names.next();
      if (!UNDERSTOOD.contains(key)) {
        note(
            spot,
            path,
            "assertion " + type + " has " + key + ", which has no equal here; it is left out");
        return;
      }
    }
    if (assertion.has("threshold") || assertion.has("weight")) {
      note(
          spot,
          path,
          "threshold and weight of assertion " + type + " are left out: a metric is a mean");
    }
    var value = rendered(assertion.path("value"));
    switch (type) {
      case "regex" -> withoutTarget.add(metric("regex_match", assertion, "pattern", value));
      case "is-json" -> withoutTarget.add(metric("json_schema", assertion, "schema", value));
      default -> targeted(type, assertion, value, spot, path);
    }
  }

  private void targeted(String type, JsonNode assertion, JsonNode value, Spot spot, String path) {
    String metric = WITH_TARGET.getOrDefault(type, "");
    if (metric.isEmpty() || value.isMissingNode()) {
      note(
          spot,
          path,
          "assertion "
              + type
              + (metric.isEmpty() ? " has no equal here" : " has no value")
              + "; it is left out");
      return;
    }
    var target =
        type.equals("equals") && value.isContainerNode() ? JSON.textNode(value.toString()) : value;
    boolean folded = type.startsWith("icontains");
    byTarget
        .computeIfAbsent(target, _ -> new ArrayList<>())
        .add(
            metric(
                metric,
                assertion,
                "ignore_case",
                folded ? JSON.booleanNode(true) : NullNode.instance));
  }

  private static ObjectNode metric(String name, JsonNode assertion, String param, JsonNode value) {
    var metric = JSON.objectNode().put("metric", name);
    String label = assertion.path("metric").asText();
    if (!label.isEmpty()) {
      metric.put("name", label);
    }
    if (!value.isNull() && !value.isMissingNode()) {
      metric.putObject("params").set(param, value);
    }
    return metric;
  }

  private JsonNode rendered(JsonNode value) {
    if (value.isArray()) {
      var array = JSON.arrayNode();
      value.forEach(item -> array.add(rendered(item)));
      return array;
    }
    return value.isTextual() && Template.isTemplate(value.textValue())
        ? JSON.textNode(Template.of(value.textValue()).value(vars).asText())
        : value;
  }

  private void note(Spot spot, String path, String message) {
    if (reporting) {
      spot.note(path, message);
    }
  }

  /// The assertions; those without a value of their own stand with the first that have one.
  List<PromptfooTest.Part> parts() {
    var parts = new ArrayList<PromptfooTest.Part>();
    byTarget.forEach((target, metrics) -> {
      if (parts.isEmpty()) {
        metrics.addAll(withoutTarget);
      }
      parts.add(new PromptfooTest.Part(target, named(metrics)));
    });
    if (parts.isEmpty() && !withoutTarget.isEmpty()) {
      parts.add(new PromptfooTest.Part(NullNode.instance, named(withoutTarget)));
    }
    return parts;
  }

  /// Metrics of one task need names of their own; equal ones are one.
  private static List<ObjectNode> named(List<ObjectNode> metrics) {
    var names = new HashSet<String>();
    var named = new ArrayList<ObjectNode>();
    for (var metric : metrics.stream().distinct().toList()) {
      String name = metric.path("name").asText(metric.path("metric").asText());
      String free = name;
      for (int i = 2; !names.add(free); i++) {
        free = name + "-" + i;
      }
      named.add(free.equals(name) ? metric : metric.deepCopy().put("name", free));
    }
    return named;
  }
}

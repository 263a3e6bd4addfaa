package io.assay.producer.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The metrics of a task of lm-evaluation-harness, each over each of its filters.
final class LmEvalMetrics {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<String, String> GENERATION =
      Map.of("exact_match", "exact_match", "bleu", "bleu", "chrf", "chrf", "ter", "ter");
  private static final Map<String, String> CHOICE =
      Map.of(
          "acc", "accuracy",
          "acc_norm", "acc_norm",
          "acc_bytes", "acc_bytes",
          "f1", "macro_f1",
          "brier_score", "brier");
  private static final Map<String, String> NUMBERS =
      Map.of(
          "#### (\\-?[0-9\\.\\,]+)", "gsm8k-strict",
          "(-?[$0-9.,]{2,})|(-?[0-9]+)", "gsm8k-flexible",
          "The answer is (\\-?[0-9\\.\\,]+).", "gsm8k-cot");
  private static final List<String> EXACT_MATCH =
      List.of("ignore_case", "ignore_punctuation", "ignore_numbers", "regexes_to_ignore");
  private static final String PLAIN = "none";

  private final Definition task;
  private final boolean choice;

  /// How an answer is cleaned before it is judged.
  ///
  /// @param extraction the number that is taken; empty for none
  private record Cleaning(String extraction, boolean strip) {}

  LmEvalMetrics(Definition task, boolean choice) {
    this.task = task;
    this.choice = choice;
  }

  ArrayNode written() {
    var metrics = JSON.arrayNode();
    filters()
        .forEach((name, cleaning) -> {
          var list = task.get("metric_list");
          if (list.isEmpty()) {
            defaults(metrics);
          }
          for (int i = 0; i < list.size(); i++) {
            add(metrics, list.get(i), "metric_list[" + i + "]", name, cleaning);
          }
        });
    return metrics;
  }

  private void defaults(ArrayNode metrics) {
    if (choice) {
      metrics.add("accuracy").add("acc_norm");
    } else {
      metrics.add("exact_match");
    }
  }

  private Map<String, Cleaning> filters() {
    var filters = new LinkedHashMap<String, Cleaning>();
    var list = task.get("filter_list");
    for (int i = 0; i < list.size(); i++) {
      String path = "filter_list[" + i + "]";
      filters.put(
          list.get(i).path("name").asText(PLAIN), cleaning(list.get(i).path("filter"), path));
    }
    if (filters.isEmpty()) {
      filters.put(PLAIN, new Cleaning("", false));
    }
    return filters;
  }

  private Cleaning cleaning(JsonNode steps, String path) {
    var cleaning = new Cleaning("", false);
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      String at = path + ".filter[" + i + "]";
      cleaning =
          switch (step.path("function").asText()) {
            case "take_first" -> cleaning;
            case "regex" -> new Cleaning(extraction(step, at), cleaning.strip());
            case "remove_whitespace" -> {
              task.note(at, "remove_whitespace: white space is deleted at both ends");
              yield new Cleaning(cleaning.extraction(), true);
            }
            default -> {
              task.refuse(at, "filter " + step.path("function").asText() + " is not supported");
              yield cleaning;
            }
          };
    }
    return cleaning;
  }

  private String extraction(JsonNode step, String path) {
    String pattern = step.path("regex_pattern").asText("#### (\\-?[0-9\\.\\,]+)");
    String extraction = NUMBERS.getOrDefault(pattern, "");
    boolean last = step.path("group_select").asInt(0) == -1;
    if (extraction.isEmpty() || last != extraction.equals("gsm8k-flexible")) {
      task.refuse(path, "filter regex is supported with GSM8K's patterns alone, not " + pattern);
    }
    return extraction;
  }

  private void add(
      ArrayNode metrics, JsonNode metric, String path, String filter, Cleaning cleaning) {
    String name = metric.path("metric").asText();
    String own = (choice ? CHOICE : GENERATION).getOrDefault(name, "");
    if (own.isEmpty() || name.startsWith("!function")) {
      task.refuse(path, "metric " + name + " is not supported");
      return;
    }
    var written = metrics.addObject();
    boolean number = own.equals("exact_match") && !cleaning.extraction().isEmpty();
    written.put("metric", number ? "numeric_match" : own);
    if (!filter.equals(PLAIN)) {
      written.put("name", name + "," + filter);
    }
    var params = number ? number(cleaning) : params(metric, own, path, cleaning);
    if (!params.isEmpty()) {
      written.set("params", params);
    }
    if (!own.equals("exact_match") && !cleaning.equals(new Cleaning("", false))) {
      task.refuse(path, "metric " + name + " over a filter is not supported");
    }
  }

  /// GSM8K's own cleaning is part of the extraction.
  private static ObjectNode number(Cleaning cleaning) {
    return JSON.objectNode().put("extraction", cleaning.extraction());
  }

  private ObjectNode params(JsonNode metric, String own, String path, Cleaning cleaning) {
    var params = JSON.objectNode();
    metric
        .properties()
        .forEach(each -> {
          String key = each.getKey();
          if (own.equals("exact_match") && EXACT_MATCH.contains(key)) {
            params.set(key, each.getValue());
          } else if (key.equals("aggregation")
              && each.getValue().asText().startsWith("!function")) {
            task.refuse(path + ".aggregation", "an aggregation in Python is not supported");
          } else if (!List.of("metric", "aggregation", "higher_is_better").contains(key)) {
            task.refuse(
                path + "." + key, "parameter " + key + " of metric " + own + " is not supported");
          }
        });
    if (cleaning.strip()) {
      params.put("strip", true);
    }
    return params;
  }
}

package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.tasks.text.CodePointOrder;
import io.assay.tasks.vectors.VectorJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Scores of documents by query and id, in the order in which they were written, as Python's
/// dictionaries keep it.
final class Runs {

  private Runs() {}

  static Map<String, Map<String, Double>> of(JsonNode node) {
    Map<String, Map<String, Double>> runs = new LinkedHashMap<>();
    node.properties().forEach(query -> runs.put(query.getKey(), scores(query.getValue())));
    return runs;
  }

  static Map<String, Double> scores(JsonNode node) {
    Map<String, Double> scores = new LinkedHashMap<>();
    node.properties()
        .forEach(each -> scores.put(each.getKey(), VectorJson.number(each.getValue())));
    return scores;
  }

  /// Ids by score, the best first, equal ones in the order in which they came: as Python's
  /// `sorted(…, reverse=True)` by score alone.
  static List<String> byScore(Map<String, Double> scores) {
    return descending(scores, Map.Entry.comparingByValue(Abstention.PYTHON_ORDER));
  }

  /// Ids by score, the best first, of equal ones the highest id first: as Python's `sorted(…,
  /// reverse=True)` by score and id.
  static List<String> byScoreAndId(Map<String, Double> scores) {
    return descending(
        scores,
        (a, b) ->
            (double) a.getValue() == b.getValue()
                ? CodePointOrder.COMPARATOR.compare(a.getKey(), b.getKey())
                : Abstention.PYTHON_ORDER.compare(a.getValue(), b.getValue()));
  }

  private static List<String> descending(
      Map<String, Double> scores, Comparator<Map.Entry<String, Double>> order) {
    List<Map.Entry<String, Double>> entries = new ArrayList<>(scores.entrySet());
    Collections.reverse(entries);
    entries.sort(order);
    return entries.reversed().stream().map(Map.Entry::getKey).toList();
  }
}

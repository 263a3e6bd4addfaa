package io.assay.tasks.embedding;

import io.assay.tasks.text.CodePointOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The order in which trec_eval ranks a query's documents: by score, and of equal scores by id
/// descending in UTF-8 byte order.
final class TrecOrder {

  private TrecOrder() {}

  /// Ids in trec_eval 9's order, which keeps scores in single precision. Scores that are no numbers
  /// tie with all others, which gives no order but depends on the way of sorting: this one merges
  /// halves, as the C library does.
  static List<String> singlePrecision(Map<String, Double> scores) {
    return merged(
        List.copyOf(scores.keySet()),
        (a, b) -> compare(narrowed(scores, a), narrowed(scores, b), a, b));
  }

  /// Ids in trec_eval 10's order, which keeps scores in double precision.
  static List<String> doublePrecision(Map<String, Double> scores) {
    return merged(
        List.copyOf(scores.keySet()),
        (a, b) -> compare(scores.getOrDefault(a, 0.0), scores.getOrDefault(b, 0.0), a, b));
  }

  private static float narrowed(Map<String, Double> scores, String id) {
    return (float) (double) scores.getOrDefault(id, 0.0);
  }

  private static int compare(double scoreA, double scoreB, String a, String b) {
    if (scoreB > scoreA) {
      return 1;
    }
    return scoreB < scoreA ? -1 : CodePointOrder.COMPARATOR.compare(b, a);
  }

  private static List<String> merged(List<String> ids, Comparator<String> order) {
    if (ids.size() < 2) {
      return ids;
    }
    int half = ids.size() / 2;
    List<String> first = merged(ids.subList(0, half), order);
    List<String> second = merged(ids.subList(half, ids.size()), order);
    var merged = new ArrayList<String>(ids.size());
    int i = 0;
    int j = 0;
    while (i < first.size() && j < second.size()) {
      merged.add(
          order.compare(first.get(i), second.get(j)) <= 0 ? first.get(i++) : second.get(j++));
    }
    merged.addAll(first.subList(i, first.size()));
    merged.addAll(second.subList(j, second.size()));
    return merged;
  }
}

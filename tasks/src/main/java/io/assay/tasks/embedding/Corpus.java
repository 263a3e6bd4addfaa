package io.assay.tasks.embedding;

import io.assay.contracts.event.Embedding;
import io.assay.tasks.metric.SetMetric.Row;
import io.assay.tasks.text.CodePointOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Passages to look through, in groups of equal dimensions.
final class Corpus {

  private final Map<Integer, VectorIndex> byDimensions;

  private Corpus(Map<Integer, VectorIndex> byDimensions) {
    this.byDimensions = byDimensions;
  }

  /// Of passages with equal ids only the one with the first sample id counts.
  static Corpus of(List<Row> passages, boolean cosine) {
    Map<String, Row> byId = new TreeMap<>(CodePointOrder.COMPARATOR.reversed());
    for (Row row : passages) {
      String id = row.contribution().labels().keySet().iterator().next();
      byId.merge(id, row, (a, b) -> a.sampleId().compareTo(b.sampleId()) <= 0 ? a : b);
    }
    Map<Integer, List<String>> ids = new HashMap<>();
    Map<Integer, List<float[]>> vectors = new HashMap<>();
    byId.forEach((id, row) -> {
      float[] vector = vector(row);
      ids.computeIfAbsent(vector.length, _ -> new ArrayList<>()).add(id);
      vectors.computeIfAbsent(vector.length, _ -> new ArrayList<>()).add(vector);
    });
    Map<Integer, VectorIndex> indexes = new HashMap<>();
    ids.forEach((dimensions, group) ->
        indexes.put(
            dimensions,
            new VectorIndex(group, vectors.getOrDefault(dimensions, List.of()), cosine)));
    return new Corpus(indexes);
  }

  /// The ids of the passages nearest to a query, the best first.
  List<String> best(Row query, int depth) {
    float[] vector = vector(query);
    VectorIndex index = byDimensions.get(vector.length);
    return index == null ? List.of() : index.best(vector, depth);
  }

  private static float[] vector(Row row) {
    Embedding vector = row.contribution().vector();
    return vector == null ? new float[0] : vector.toArray();
  }
}

package io.assay.tasks.embedding;

import io.assay.tasks.metric.SetMetric.Row;
import io.assay.tasks.text.CodePointOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Passages to look through, in groups of equal dimensions, and how queries are compared with them.
final class Corpus {

  private static final VectorIndex.Found NOTHING = new VectorIndex.Found(List.of(), List.of());

  private final Map<Integer, VectorIndex> byDimensions = new HashMap<>();
  private final IdentityHashMap<Row, float[]> queryVectors = new IdentityHashMap<>();
  private final RankingForm form;

  private Corpus(RankingForm form) {
    this.form = form;
  }

  /// Of passages with equal ids only the one with the first sample id counts.
  static Corpus of(List<Row> queries, List<Row> passages, RankingForm form) {
    var corpus = new Corpus(form);
    Map<String, Row> byId = new TreeMap<>(CodePointOrder.COMPARATOR.reversed());
    for (Row row : passages) {
      String id = row.contribution().labels().keySet().iterator().next();
      byId.merge(id, row, (a, b) -> a.sampleId().compareTo(b.sampleId()) <= 0 ? a : b);
    }
    grouped(byId.values())
        .forEach((dimensions, group) ->
            corpus.add(
                dimensions,
                group,
                queries.stream().filter(row -> dimensions(row) == dimensions).toList()));
    return corpus;
  }

  private static Map<Integer, List<Row>> grouped(Collection<Row> rows) {
    Map<Integer, List<Row>> groups = new HashMap<>();
    rows.forEach(row -> groups.computeIfAbsent(dimensions(row), _ -> new ArrayList<>()).add(row));
    return groups;
  }

  private static int dimensions(Row row) {
    var vector = row.contribution().vector();
    return vector == null ? 0 : vector.dimensions();
  }

  private void add(int dimensions, List<Row> passages, List<Row> queries) {
    List<float[]> all = new ArrayList<>(passages.size() + queries.size());
    passages.forEach(row -> all.add(VectorMetric.vector(row)));
    queries.forEach(row -> all.add(VectorMetric.vector(row)));
    List<float[]> quantised = form.vectors().quantised(all);
    for (int i = 0; i < queries.size(); i++) {
      queryVectors.put(queries.get(i), quantised.get(passages.size() + i));
    }
    byDimensions.put(
        dimensions,
        new VectorIndex(
            passages.stream()
                .map(row -> row.contribution().labels().keySet().iterator().next())
                .toList(),
            List.copyOf(quantised.subList(0, passages.size())),
            form.cosine()));
  }

  /// The passages nearest to each query, the best first.
  List<VectorIndex.Found> best(List<Row> queries, int depth) {
    var found = new IdentityHashMap<Row, VectorIndex.Found>();
    grouped(queries)
        .forEach((dimensions, group) -> {
          VectorIndex index = byDimensions.get(dimensions);
          if (index != null) {
            var vectors = group.stream().map(queryVectors::get).toList();
            var best = index.search(vectors, depth, form.single());
            for (int i = 0; i < group.size(); i++) {
              found.put(group.get(i), best.get(i));
            }
          }
        });
    return queries.stream().map(query -> found.getOrDefault(query, NOTHING)).toList();
  }
}

package io.assay.tasks.embedding;

import io.assay.tasks.metric.SetMetric.Row;
import io.assay.tasks.text.CodePointOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The best passages of each query: by score, and among equal scores by id descending in UTF-8 byte
/// order, as trec_eval orders them. Scores are doubles. Queries of an epoch are ranked over the
/// passages of that epoch, and over those whose vectors have as many dimensions.
///
/// @param queries each query with its best passages, in the order of their ids
record Ranking(List<Query> queries) {

  /// One query.
  ///
  /// @param row its row
  /// @param found ids of its best passages, the best first
  record Query(Row row, List<String> found) {}

  private static final Comparator<Row> BY_SAMPLE =
      Comparator.comparing(Row::sampleId, CodePointOrder.COMPARATOR).thenComparingInt(Row::epoch);

  /// How many passages to rank for a cut-off: the same number for near ones, so that metrics can
  /// share a ranking.
  static int depthFor(int cutoff) {
    int depth = 10;
    while (depth < cutoff) {
      depth *= 10;
    }
    return depth;
  }

  /// Ranks the passages among these rows for the queries among them.
  static Ranking of(List<Row> rows, int depth, boolean cosine) {
    Map<Integer, List<Row>> queriesByEpoch = new TreeMap<>();
    Map<Integer, List<Row>> passagesByEpoch = new TreeMap<>();
    for (Row row : rows) {
      boolean query = row.contribution().statistics().getFirst() == RetrievalMetric.QUERY;
      (query ? queriesByEpoch : passagesByEpoch)
          .computeIfAbsent(row.epoch(), _ -> new ArrayList<>())
          .add(row);
    }
    var ranked = new ArrayList<Query>();
    queriesByEpoch.forEach((epoch, queries) -> {
      var corpus = Corpus.of(passagesByEpoch.getOrDefault(epoch, List.of()), cosine);
      queries.forEach(query -> ranked.add(new Query(query, corpus.best(query, depth))));
    });
    ranked.sort(Comparator.comparing(Query::row, BY_SAMPLE));
    return new Ranking(List.copyOf(ranked));
  }
}

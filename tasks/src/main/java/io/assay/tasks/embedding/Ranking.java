package io.assay.tasks.embedding;

import io.assay.tasks.metric.SetMetric.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The best passages of each query: by score, and among equal scores by id descending in UTF-8 byte
/// order, as trec_eval orders them. Scores are doubles. Queries of an epoch are ranked over the
/// passages of that epoch, and over those whose vectors have as many dimensions; or over candidates
/// of their own.
///
/// @param queries each query with its best passages, in the order of their ids
record Ranking(List<Query> queries) {

  /// One query.
  ///
  /// @param row its row
  /// @param found ids of its best passages, the best first
  /// @param scores one for each id
  /// @param grades grades by id
  record Query(Row row, List<String> found, List<Double> scores, Map<String, Double> grades) {}

  /// How many passages to rank for a cut-off: the same number for near ones, so that metrics can
  /// share a ranking.
  static int depthFor(int cutoff) {
    int depth = 10;
    while (depth < cutoff) {
      depth = depth > Integer.MAX_VALUE / 10 ? Integer.MAX_VALUE : depth * 10;
    }
    return depth;
  }

  /// Ranks the passages among these rows for the queries among them.
  static Ranking of(List<Row> rows, int depth, RankingForm form) {
    Map<Integer, List<Row>> queriesByEpoch = new TreeMap<>();
    Map<Integer, List<Row>> passagesByEpoch = new TreeMap<>();
    var ranked = new ArrayList<Query>();
    for (Row row : rows) {
      double kind = row.contribution().statistics().getFirst();
      if (kind == RankingMetric.CANDIDATES) {
        ranked.add(Candidates.ranked(row));
      } else {
        (kind == RankingMetric.PASSAGE ? passagesByEpoch : queriesByEpoch)
            .computeIfAbsent(row.epoch(), _ -> new ArrayList<>())
            .add(row);
      }
    }
    queriesByEpoch.forEach((epoch, queries) -> {
      var corpus = Corpus.of(queries, passagesByEpoch.getOrDefault(epoch, List.of()), form);
      List<VectorIndex.Found> best = corpus.best(queries, depth);
      for (int i = 0; i < queries.size(); i++) {
        ranked.add(ranked(queries.get(i), best.get(i)));
      }
    });
    ranked.sort(Comparator.comparing(Query::row, VectorMetric.BY_SAMPLE));
    return new Ranking(List.copyOf(ranked));
  }

  private static Query ranked(Row query, VectorIndex.Found found) {
    return new Query(query, found.ids(), found.scores(), query.contribution().labels());
  }
}

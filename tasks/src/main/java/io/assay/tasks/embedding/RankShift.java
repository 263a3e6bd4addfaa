package io.assay.tasks.embedding;

import io.assay.tasks.statistics.PairwiseSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// p-MRR (Weller et al. 2024, "FollowIR", https://arxiv.org/abs/2403.15246): whether documents that
/// an instruction makes irrelevant move down, from -1 (up to the top) to 1; as MTEB computes it.
public final class RankShift {

  private final List<Double> queries = new ArrayList<>();

  /// Adds a query. A document that was not retrieved ranks behind all others.
  ///
  /// @param before scores by document without the instruction; of equal ones the highest id ranks
  ///   first
  /// @param after scores by document with the instruction
  /// @param changed ids of the documents that the instruction makes irrelevant
  public void add(Map<String, Double> before, Map<String, Double> after, List<String> changed) {
    if (!changed.isEmpty()) {
      List<String> ranksBefore = Runs.byScoreAndId(before);
      List<String> ranksAfter = Runs.byScoreAndId(after);
      queries.add(
          PairwiseSum.mean(
              changed.stream()
                  .mapToDouble(id -> shift(rank(ranksBefore, id), rank(ranksAfter, id)))
                  .toArray()));
    }
  }

  private static int rank(List<String> ranked, String id) {
    int place = ranked.indexOf(id);
    return place < 0 ? ranked.size() + 1 : place + 1;
  }

  private static double shift(int before, int after) {
    return before >= after ? 1.0 / before / (1.0 / after) - 1 : 1 - 1.0 / after / (1.0 / before);
  }

  /// The mean over queries; empty where none has a changed document.
  public OptionalDouble value() {
    return queries.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            PairwiseSum.mean(queries.stream().mapToDouble(Double::doubleValue).toArray()));
  }
}

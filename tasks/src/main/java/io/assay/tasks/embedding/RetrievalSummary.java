package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.tasks.vectors.VectorJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Means over queries in the names and with the rounding of MTEB, with the area under the
/// abstention curve of each by each confidence.
final class RetrievalSummary {

  private static final int DECIMALS = 5;

  private final List<Integer> cutoffs;
  private final List<TrecMeasures> measures;
  private final List<Abstention.Confidence> confidences;

  /// Reciprocal ranks by cut-off: MTEB ranks them by scores in double precision.
  private final Map<Integer, double[]> reciprocalRanks;

  /// @throws IllegalArgumentException where no query has a run and judgements, or one has a run
  ///   only
  RetrievalSummary(
      Map<String, Map<String, Double>> run,
      Map<String, Map<String, Long>> judgements,
      List<Integer> cutoffs) {
    this.cutoffs = cutoffs;
    Map<String, TrecMeasures> byQuery =
        TrecEvalJson.measures(run, judgements, TrecOrder::singlePrecision);
    if (byQuery.isEmpty() || byQuery.size() < run.size()) {
      throw new IllegalArgumentException(
          byQuery.size() + " of " + run.size() + " queries have judgements");
    }
    this.measures = List.copyOf(byQuery.values());
    this.confidences =
        run.values().stream()
            .map(scores -> Abstention.Confidence.of(List.copyOf(scores.values())))
            .toList();
    this.reciprocalRanks = new LinkedHashMap<>();
    List<TrecMeasures> byScore =
        run.entrySet().stream()
            .map(query ->
                new TrecMeasures(
                    Runs.byScoreAndId(query.getValue()),
                    judgements.getOrDefault(query.getKey(), Map.of())))
            .toList();
    cutoffs.forEach(k ->
        reciprocalRanks.put(
            k, byScore.stream().mapToDouble(each -> each.reciprocalRank(k)).toArray()));
  }

  ObjectNode json() {
    Map<String, double[]> scores = new LinkedHashMap<>();
    cutoffs.forEach(k -> put(scores, "ndcg_at_" + k, each -> each.ndcg(k)));
    cutoffs.forEach(k -> put(scores, "map_at_" + k, each -> each.averagePrecision(k)));
    cutoffs.forEach(k -> put(scores, "recall_at_" + k, each -> each.recall(k)));
    cutoffs.forEach(k -> put(scores, "precision_at_" + k, each -> each.precision(k)));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    scores.forEach((name, each) -> json.put(name, rounded(mean(each))));
    json.set("accuracy", json.path("recall_at_1"));
    reciprocalRanks.forEach((k, each) -> json.put("mrr_at_" + k, mean(each)));
    reciprocalRanks.forEach((k, each) -> scores.put("mrr_at_" + k, each));
    scores.forEach((name, each) -> putAreas(json, "nauc_" + name, each));
    for (int k : cutoffs) {
      double[] hits = measures.stream().mapToDouble(each -> each.success(k)).toArray();
      json.put("hit_rate_at_" + k, rounded(mean(hits)));
    }
    return json;
  }

  private void put(
      Map<String, double[]> scores, String name, ToDoubleFunction<TrecMeasures> score) {
    scores.put(name, measures.stream().mapToDouble(score).toArray());
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double rounded(double value) {
    return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
  }

  private void putAreas(ObjectNode json, String name, double[] scores) {
    putArea(json, name + "_max", Abstention.Confidence::max, scores);
    putArea(json, name + "_std", Abstention.Confidence::std, scores);
    putArea(json, name + "_diff1", Abstention.Confidence::lead, scores);
  }

  private void putArea(
      ObjectNode json,
      String name,
      ToDoubleFunction<Abstention.Confidence> confidence,
      double[] scores) {
    double[] by = confidences.stream().mapToDouble(confidence).toArray();
    json.set(name, VectorJson.json(Abstention.area(by, scores).orElse(Double.NaN)));
  }
}

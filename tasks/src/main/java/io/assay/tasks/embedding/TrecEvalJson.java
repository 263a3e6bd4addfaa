package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.tasks.vectors.VectorJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Measures under the names that trec_eval's releases give them.
final class TrecEvalJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int PRINTED_DECIMALS = 4;

  private TrecEvalJson() {}

  /// The measures of queries with both a run and judgements.
  static Map<String, TrecMeasures> measures(
      Map<String, Map<String, Double>> run,
      Map<String, Map<String, Long>> judgements,
      Function<Map<String, Double>, List<String>> order) {
    Map<String, TrecMeasures> measures = new LinkedHashMap<>();
    run.forEach((query, scores) -> {
      Map<String, Long> judged = judgements.get(query);
      if (judged != null) {
        measures.put(query, new TrecMeasures(order.apply(scores), judged));
      }
    });
    return measures;
  }

  /// Release 9.0.8: its official measures by query.
  static ObjectNode release9(
      Map<String, Map<String, Double>> run, Map<String, Map<String, Long>> judgements) {
    ObjectNode perQuery = JSON.objectNode();
    measures(run, judgements, TrecOrder::singlePrecision)
        .forEach((query, measures) -> perQuery.set(query, official(measures)));
    return perQuery;
  }

  private static ObjectNode official(TrecMeasures measures) {
    ObjectNode scores = JSON.objectNode();
    scores.put("num_ret", measures.retrieved()).put("num_rel", measures.relevant());
    scores.put("num_rel_ret", measures.hits()).put("map", measures.averagePrecision());
    scores.put("gm_map", measures.logAveragePrecision()).put("Rprec", measures.rPrecision());
    scores.put("bpref", measures.preference()).put("recip_rank", measures.reciprocalRank());
    List<Double> interpolated = measures.interpolatedPrecisions();
    for (int i = 0; i < interpolated.size(); i++) {
      scores.set(
          String.format(Locale.ROOT, "iprec_at_recall_%.2f", i / 10.0),
          VectorJson.json(interpolated.get(i)));
    }
    scores.put("P_5", measures.precision(5)).put("P_10", measures.precision(10));
    scores.put("infAP", measures.inferredAveragePrecision());
    scores.set("11pt_avg", VectorJson.json(measures.elevenPointAverage()));
    scores.put("ndcg", measures.ndcg());
    List.of(1, 5, 10).forEach(k -> scores.put("success_" + k, measures.success(k)));
    scores.put("set_P", measures.setPrecision()).put("set_recall", measures.setRecall());
    return scores.put("set_F", measures.setF());
  }

  /// Release 10: a few measures as it prints them, by query and over all.
  static ObjectNode release10(
      Map<String, Map<String, Double>> run, Map<String, Map<String, Long>> judgements) {
    Map<String, ObjectNode> perQuery = new LinkedHashMap<>();
    measures(run, judgements, TrecOrder::doublePrecision)
        .forEach((query, measures) -> perQuery.put(query, few(measures)));
    ObjectNode printed = JSON.objectNode();
    perQuery.forEach((query, scores) -> printed.set(query, printed(List.of(scores))));
    return perQuery.isEmpty()
        ? printed
        : printed.set("all", printed(List.copyOf(perQuery.values())));
  }

  /// Average precision, reciprocal rank, and precision, recall and gain of the first documents.
  static ObjectNode few(TrecMeasures measures) {
    ObjectNode scores = JSON.objectNode();
    scores.put("map", measures.averagePrecision()).put("recip_rank", measures.reciprocalRank());
    List<Integer> cutoffs = List.of(1, 3, 5, 10);
    cutoffs.forEach(k -> scores.put("P_" + k, measures.precision(k)));
    cutoffs.forEach(k -> scores.put("recall_" + k, measures.recall(k)));
    cutoffs.forEach(k -> scores.put("ndcg_cut_" + k, measures.ndcg(k)));
    return scores;
  }

  private static ObjectNode printed(List<ObjectNode> scores) {
    ObjectNode printed = JSON.objectNode();
    scores
        .getFirst()
        .fieldNames()
        .forEachRemaining(name -> {
          double sum = scores.stream().mapToDouble(each -> each.path(name).asDouble()).sum();
          printed.put(
              name,
              new BigDecimal(sum / scores.size())
                  .setScale(PRINTED_DECIMALS, RoundingMode.HALF_EVEN)
                  .toPlainString());
        });
    return printed;
  }
}

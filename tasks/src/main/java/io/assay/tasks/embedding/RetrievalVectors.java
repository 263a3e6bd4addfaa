package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import io.assay.tasks.vectors.VectorParams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Scores of retrieval runs as trec_eval and MTEB give them. The options of MTEB change the run
/// before it is scored, but not for trec_eval's own column.
@AutoService(ReferenceFunction.class)
public final class RetrievalVectors implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<Integer> CUTOFFS = List.of(1, 3, 5, 10, 20, 100, 1000);

  @Override
  public List<String> names() {
    return List.of("retrieval");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    Map<String, Map<String, Long>> judgements = judgements(line.input("qrels"));
    Map<String, Map<String, Double>> raw = Runs.of(line.input("run"));
    Map<String, Map<String, Double>> run = prepared(raw, line.params());
    List<Integer> cutoffs =
        line.params().has("k_values")
            ? VectorJson.list(line.params().get("k_values"), JsonNode::asInt)
            : CUTOFFS;
    ObjectNode actual = JSON.objectNode();
    if (raw.keySet().stream().anyMatch(query -> isUndefined(judgements.get(query)))) {
      return actual.put("mteb", "undefined").put("per_query", "undefined");
    }
    JsonNode mteb =
        VectorJson.orRefusal(() -> new RetrievalSummary(run, judgements, cutoffs).json());
    actual.set("mteb", mteb);
    actual.set("per_query", perQuery(run, judgements, mteb.has("error") ? null : cutoffs));
    if (raw.values().stream().allMatch(RetrievalVectors::areFinite)) {
      actual.set("trec_eval_9_0_8", TrecEvalJson.release9(raw, judgements));
    }
    if (raw.values().stream().anyMatch(RetrievalVectors::areToldApartByDoublesOnly)) {
      actual.set("trec_eval_10", TrecEvalJson.release10(raw, judgements));
    }
    return actual;
  }

  private static boolean areFinite(Map<String, Double> scores) {
    return scores.values().stream().allMatch(Double::isFinite);
  }

  private static boolean areToldApartByDoublesOnly(Map<String, Double> scores) {
    return areFinite(scores)
        && !TrecOrder.singlePrecision(scores).equals(TrecOrder.doublePrecision(scores));
  }

  /// trec_eval reads beyond the end of an empty list of judgements.
  private static boolean isUndefined(@Nullable Map<String, Long> judged) {
    return judged != null && judged.isEmpty();
  }

  static Map<String, Map<String, Long>> judgements(JsonNode node) {
    Map<String, Map<String, Long>> judgements = new LinkedHashMap<>();
    node.properties()
        .forEach(query -> {
          Map<String, Long> grades = new LinkedHashMap<>();
          query
              .getValue()
              .properties()
              .forEach(each -> grades.put(each.getKey(), each.getValue().asLong()));
          judgements.put(query.getKey(), grades);
        });
    return judgements;
  }

  private static Map<String, Map<String, Double>> prepared(
      Map<String, Map<String, Double>> raw, VectorParams params) {
    boolean ignoreIdentical = params.flag("ignore_identical_ids", false);
    boolean skipFirst = params.flag("skip_first_result", false);
    Map<String, Map<String, Double>> prepared = new LinkedHashMap<>();
    raw.forEach((query, scores) -> {
      Map<String, Double> kept = new LinkedHashMap<>(scores);
      if (ignoreIdentical) {
        kept.remove(query);
      }
      prepared.put(query, skipFirst ? withoutFirst(kept) : kept);
    });
    return prepared;
  }

  private static Map<String, Double> withoutFirst(Map<String, Double> scores) {
    Map<String, Double> kept = new LinkedHashMap<>();
    Runs.byScore(scores).stream()
        .skip(1)
        .forEach(id -> kept.put(id, Objects.requireNonNull(scores.get(id))));
    return kept;
  }

  private static ObjectNode perQuery(
      Map<String, Map<String, Double>> run,
      Map<String, Map<String, Long>> judgements,
      @Nullable List<Integer> cutoffs) {
    ObjectNode perQuery = JSON.objectNode();
    TrecEvalJson.measures(run, judgements, TrecOrder::singlePrecision)
        .forEach((query, measures) ->
            perQuery.set(query, cutoffs == null ? few(measures) : at(measures, cutoffs)));
    return perQuery;
  }

  /// What is left where MTEB refuses a run.
  private static ObjectNode few(TrecMeasures measures) {
    ObjectNode scores = TrecEvalJson.few(measures);
    List.of(20, 100, 1000).forEach(k -> scores.put("ndcg_cut_" + k, measures.ndcg(k)));
    return scores;
  }

  private static ObjectNode at(TrecMeasures measures, List<Integer> cutoffs) {
    ObjectNode scores = JSON.objectNode();
    cutoffs.forEach(k -> scores.put("P_" + k, measures.precision(k)));
    cutoffs.forEach(k -> scores.put("recall_" + k, measures.recall(k)));
    cutoffs.forEach(k -> scores.put("ndcg_cut_" + k, measures.ndcg(k)));
    cutoffs.forEach(k -> scores.put("map_cut_" + k, measures.averagePrecision(k)));
    cutoffs.forEach(k -> scores.put("success_" + k, measures.success(k)));
    return scores;
  }
}

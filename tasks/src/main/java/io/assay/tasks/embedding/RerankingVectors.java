package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Scores of one ranked list as scikit-learn, trec_eval and MTEB give them.
@AutoService(ReferenceFunction.class)
public final class RerankingVectors implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<Integer> CUTOFFS = List.of(1, 3, 5, 10);

  @Override
  public List<String> names() {
    return List.of("reranking");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    double[] relevance = VectorJson.numbers(line.input("relevance"));
    double[] scores = VectorJson.numbers(line.input("scores"));
    List<String> ids = VectorJson.texts(line.input("doc_ids"));
    if (relevance.length != scores.length || scores.length != ids.size()) {
      throw new IllegalArgumentException("relevance, scores and doc_ids differ in length");
    }
    ObjectNode actual = JSON.objectNode();
    CUTOFFS.forEach(k -> putGains(actual, "@" + k, k, relevance, scores));
    putGains(actual, "", relevance.length, relevance, scores);
    actual.set(
        "sk_average_precision",
        VectorJson.orRefusal(() -> VectorJson.json(AveragePrecision.of(flags(relevance), scores))));
    Map<String, Double> run = new LinkedHashMap<>();
    Map<String, Long> judgements = new LinkedHashMap<>();
    for (int i = 0; i < scores.length; i++) {
      run.put(ids.get(i), scores[i]);
      judgements.put(ids.get(i), (long) relevance[i]);
    }
    actual.set("trec", trec(new TrecMeasures(TrecOrder.singlePrecision(run), judgements)));
    var byScore = new TrecMeasures(Runs.byScoreAndId(run), judgements);
    ObjectNode ranks = actual.putObject("mteb_mrr");
    CUTOFFS.forEach(k -> ranks.put("MRR@" + k, byScore.reciprocalRank(k)));
    actual.set("confidence", confidence(List.copyOf(run.values())));
    return actual;
  }

  private static boolean[] flags(double[] relevance) {
    var flags = new boolean[relevance.length];
    IntStream.range(0, flags.length).forEach(i -> flags[i] = relevance[i] >= 1);
    return flags;
  }

  private static void putGains(
      ObjectNode to, String suffix, int cutoff, double[] relevance, double[] scores) {
    put(to, "sk_dcg" + suffix, relevance, scores, gain -> gain.dcg(cutoff));
    put(to, "sk_ndcg" + suffix, relevance, scores, gain -> gain.ndcg(cutoff));
    put(
        to,
        "sk_ndcg_ignore_ties" + suffix,
        relevance,
        scores,
        gain -> gain.ndcgIgnoringTies(cutoff));
  }

  private static void put(
      ObjectNode to,
      String name,
      double[] relevance,
      double[] scores,
      ToDoubleFunction<TiedGain> score) {
    to.set(
        name,
        VectorJson.orRefusal(
            () -> VectorJson.json(score.applyAsDouble(new TiedGain(relevance, scores)))));
  }

  private static ObjectNode trec(TrecMeasures measures) {
    ObjectNode scores = TrecEvalJson.few(measures);
    scores.put("ndcg", measures.ndcg()).put("map_cut_10", measures.averagePrecision(10));
    List.of(1, 5, 10).forEach(k -> scores.put("success_" + k, measures.success(k)));
    return scores;
  }

  private static ObjectNode confidence(List<Double> scores) {
    var confidence = Abstention.Confidence.of(scores);
    ObjectNode json = JSON.objectNode();
    json.set("max", VectorJson.json(confidence.max()));
    json.set("std", VectorJson.json(confidence.std()));
    json.set("diff1", VectorJson.json(confidence.lead()));
    return json;
  }
}

package io.assay.tasks.overlap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import io.assay.tasks.vectors.VectorParams;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Google's `RougeScorer` for one pair of texts, and the mean of its numbers over many pairs. Of
/// several targets that one counts which gives the best F-measure, as `score_multi` has it.
@AutoService(ReferenceFunction.class)
public final class RougeReference implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public List<String> names() {
    return List.of("rouge", "rouge_mean");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    boolean useStemmer = line.params().flag("use_stemmer", false);
    List<String> types = types(line.params());
    List<List<RougePair>> examples =
        line.metric().equals("rouge") ? one(line, useStemmer) : many(line, useStemmer);
    ObjectNode actual = JSON.objectNode();
    for (String name : types) {
      RougeType type = RougeType.of(name);
      actual.set(name, means(examples.stream().map(each -> best(each, type)).toList()));
    }
    return actual;
  }

  private static List<String> types(VectorParams params) {
    return params.has("rouge_types")
        ? VectorJson.texts(params.get("rouge_types"))
        : List.of("rouge1", "rouge2", "rougeL", "rougeLsum");
  }

  private static List<List<RougePair>> one(VectorLine line, boolean useStemmer) {
    String prediction = VectorJson.text(line.input("prediction"));
    String name = line.inputs().has("targets") ? "targets" : "target";
    return List.of(pairs(line.input(name), prediction, useStemmer));
  }

  private static List<List<RougePair>> many(VectorLine line, boolean useStemmer) {
    List<JsonNode> targets = VectorJson.list(line.input("targets"), each -> each);
    List<String> predictions = VectorJson.texts(line.input("predictions"));
    if (targets.size() != predictions.size() || targets.isEmpty()) {
      throw new IllegalArgumentException(
          targets.size()
              + " targets and "
              + predictions.size()
              + " predictions, expected equally many and at least one");
    }
    return IntStream.range(0, targets.size())
        .mapToObj(i -> pairs(targets.get(i), predictions.get(i), useStemmer))
        .toList();
  }

  private static List<RougePair> pairs(JsonNode targets, String prediction, boolean useStemmer) {
    List<String> texts =
        targets.isTextual() ? List.of(targets.asText()) : VectorJson.texts(targets);
    return texts.stream().map(each -> RougePair.of(each, prediction, useStemmer)).toList();
  }

  private static OverlapScore best(List<RougePair> pairs, RougeType type) {
    return pairs.stream()
        .map(each -> each.score(type))
        .max(Comparator.comparingDouble(OverlapScore::fmeasure))
        .orElseThrow(() -> new IllegalArgumentException("ROUGE needs a target"));
  }

  private static ObjectNode means(List<OverlapScore> scores) {
    return JSON.objectNode()
        .put("precision", mean(scores, OverlapScore::precision))
        .put("recall", mean(scores, OverlapScore::recall))
        .put("fmeasure", mean(scores, OverlapScore::fmeasure));
  }

  private static double mean(List<OverlapScore> scores, ToDoubleFunction<OverlapScore> number) {
    return scores.stream().mapToDouble(number).average().orElseThrow();
  }
}

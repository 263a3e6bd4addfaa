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
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/// Scores of predictions of several labels as scikit-learn and MTEB give them.
@AutoService(ReferenceFunction.class)
public final class MultilabelVectors implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of("multilabel_metrics");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    double[][] truth = VectorJson.matrix(line.input("y_true"));
    double[][] predicted = VectorJson.matrix(line.input("y_pred"));
    double[][] scores = VectorJson.matrix(line.input("y_score"));
    Map<String, DoubleSupplier> parts = new LinkedHashMap<>();
    parts.put("lrap_scores", ranked(truth, scores, Multilabel.Ranked::averagePrecision));
    parts.put("lrap_predictions", ranked(truth, predicted, Multilabel.Ranked::averagePrecision));
    parts.put("f1_macro", decided(truth, predicted, Multilabel::f1Macro));
    parts.put("f1_micro", decided(truth, predicted, Multilabel::f1Micro));
    parts.put("f1_samples", decided(truth, predicted, Multilabel::f1Samples));
    parts.put("subset_accuracy", decided(truth, predicted, Multilabel::subsetAccuracy));
    parts.put("hamming_score", decided(truth, predicted, Multilabel::hammingScore));
    parts.put("hamming_loss", decided(truth, predicted, Multilabel::hammingLoss));
    parts.put("coverage_error", ranked(truth, scores, Multilabel.Ranked::coverageError));
    parts.put("ranking_loss", ranked(truth, scores, Multilabel.Ranked::rankingLoss));
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    parts.forEach((name, part) ->
        actual.set(name, VectorJson.orRefusal(() -> VectorJson.json(part.getAsDouble()))));
    return actual;
  }

  private static DoubleSupplier ranked(
      double[][] truth, double[][] scores, ToDoubleFunction<Multilabel.Ranked> score) {
    return () -> score.applyAsDouble(new Multilabel.Ranked(flags(truth), scores));
  }

  private static DoubleSupplier decided(
      double[][] truth, double[][] predicted, ToDoubleFunction<Multilabel> score) {
    return () -> score.applyAsDouble(new Multilabel(flags(truth), flags(predicted)));
  }

  private static boolean[][] flags(double[][] numbers) {
    var flags = new boolean[numbers.length][];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = new boolean[numbers[i].length];
      for (int j = 0; j < flags[i].length; j++) {
        if (numbers[i][j] != 0 && numbers[i][j] != 1) {
          throw new IllegalArgumentException("a label is " + numbers[i][j] + ", expected 0 or 1");
        }
        flags[i][j] = numbers[i][j] == 1;
      }
    }
    return flags;
  }
}

package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.embedding.Labels.Label;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Scores of predicted labels as MTEB and scikit-learn give them.
@AutoService(ReferenceFunction.class)
public final class ClassificationVectors implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public List<String> names() {
    return List.of("classification_metrics");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    Labels truth = Labels.of(line.input("y_true"));
    Labels predicted = Labels.of(line.input("y_pred"));
    ObjectNode actual = JSON.objectNode();
    actual.set("mteb", VectorJson.orRefusal(() -> mteb(truth, predicted)));
    actual.set("detail", VectorJson.orRefusal(() -> detail(confusion(truth, predicted))));
    return actual;
  }

  private static Confusion<Label> confusion(Labels truth, Labels predicted) {
    if (truth.areTexts() != predicted.areTexts() && !truth.all().isEmpty()) {
      throw new IllegalArgumentException("labels are texts on one side only");
    }
    return Confusion.of(truth.asClasses().all(), predicted.asClasses().all());
  }

  private static JsonNode mteb(Labels truth, Labels predicted) {
    var confusion = confusion(truth, predicted);
    ObjectNode scores = JSON.objectNode();
    scores.put("accuracy", confusion.accuracy());
    scores.put("f1", confusion.macro(confusion::f1));
    scores.put("f1_weighted", confusion.weighted(confusion::f1));
    scores.put("precision", confusion.macro(confusion::precision));
    scores.put("precision_weighted", confusion.weighted(confusion::precision));
    scores.put("recall", confusion.macro(confusion::recall));
    scores.put("recall_weighted", confusion.weighted(confusion::recall));
    JsonNode average =
        truth.distinct().size() == 2
            ? JSON.numberNode(averagePrecision(truth, predicted))
            : JSON.nullNode();
    scores.set("ap", average);
    scores.set("ap_weighted", average);
    return scores;
  }

  /// With the predicted labels as scores, and 1 as what is looked for.
  private static double averagePrecision(Labels truth, Labels predicted) {
    var relevant = new boolean[truth.all().size()];
    boolean any = false;
    for (int i = 0; i < relevant.length; i++) {
      Label label = truth.all().get(i);
      relevant[i] = !label.isText() && label.number() == 1;
      any |= relevant[i];
    }
    if (!any) {
      throw new IllegalArgumentException("1 is not among the labels " + truth.distinct());
    }
    return AveragePrecision.of(relevant, predicted.numbers());
  }

  private static JsonNode detail(Confusion<Label> confusion) {
    int labels = confusion.labels().size();
    ObjectNode detail = JSON.objectNode();
    detail.set("labels", VectorJson.json(confusion.labels(), Label::json));
    ArrayNode table = detail.putArray("confusion");
    for (int i = 0; i < labels; i++) {
      ArrayNode row = table.addArray();
      for (int j = 0; j < labels; j++) {
        row.add(confusion.count(i, j));
      }
    }
    detail.set("precision", each(labels, confusion::precision));
    detail.set("recall", each(labels, confusion::recall));
    detail.set("f1", each(labels, confusion::f1));
    ArrayNode support = detail.putArray("support");
    IntStream.range(0, labels).forEach(label -> support.add(confusion.support(label)));
    detail.put("micro_f1", confusion.accuracy());
    detail.put("balanced_accuracy", confusion.balancedAccuracy());
    detail.put("mcc", confusion.matthews());
    detail.set("kappa", VectorJson.json(confusion.kappa().orElse(Double.NaN)));
    return detail;
  }

  private static JsonNode each(int labels, IntToDoubleFunction score) {
    return VectorJson.json(IntStream.range(0, labels).mapToDouble(score).toArray());
  }
}

package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;

/// Best thresholds of pair classification as MTEB gives them.
@AutoService(ReferenceFunction.class)
public final class PairClassificationVectors implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of("pair_classification");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    double[] labels = Labels.of(line.input("labels")).numbers();
    var together = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      together[i] = labels[i] == 1;
    }
    PairThresholds best =
        PairThresholds.of(
            VectorJson.numbers(line.input("scores")),
            together,
            line.params().flag("high_score_more_similar", true));
    return JsonNodeFactory.instance
        .objectNode()
        .put("accuracy", best.accuracy())
        .put("f1", best.f1())
        .put("precision", best.precision())
        .put("recall", best.recall())
        .put("ap", best.averagePrecision())
        .put("accuracy_threshold", best.accuracyThreshold())
        .put("f1_threshold", best.f1Threshold());
  }
}

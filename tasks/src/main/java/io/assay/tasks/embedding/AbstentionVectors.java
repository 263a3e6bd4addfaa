package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;

/// The area under the abstention curve as MTEB gives it.
@AutoService(ReferenceFunction.class)
public final class AbstentionVectors implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of("nauc");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    double[] confidences = VectorJson.numbers(line.input("confidence"));
    double[] scores = VectorJson.numbers(line.input("metric"));
    if (confidences.length != scores.length) {
      throw new IllegalArgumentException(
          confidences.length + " confidences and " + scores.length + " scores");
    }
    return JsonNodeFactory.instance
        .objectNode()
        .set("nauc", VectorJson.json(Abstention.area(confidences, scores).orElse(Double.NaN)));
  }
}

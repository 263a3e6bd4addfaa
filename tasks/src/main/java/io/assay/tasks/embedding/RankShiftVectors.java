package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;
import java.util.Map;

/// p-MRR as MTEB gives it.
@AutoService(ReferenceFunction.class)
public final class RankShiftVectors implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of("p_mrr");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    Map<String, Map<String, Double>> before = Runs.of(line.input("original"));
    Map<String, Map<String, Double>> after = Runs.of(line.input("changed"));
    var shift = new RankShift();
    line.input("changed_docs")
        .properties()
        .forEach(query -> {
          Map<String, Double> runBefore = before.get(query.getKey() + "-og");
          Map<String, Double> runAfter = after.get(query.getKey() + "-changed");
          if (runBefore != null && runAfter != null) {
            shift.add(runBefore, runAfter, VectorJson.texts(query.getValue()));
          }
        });
    double value =
        shift
            .value()
            .orElseThrow(() -> new IllegalArgumentException("no query has a changed document"));
    return JsonNodeFactory.instance.objectNode().set("p_mrr", VectorJson.json(value));
  }
}

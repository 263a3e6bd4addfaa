package io.assay.tasks.statistics;

import static io.assay.tasks.statistics.MeanVectors.ends;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;

/// Intervals of proportions as statsmodels gives them.
@AutoService(ReferenceFunction.class)
public final class ProportionVectors implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of("proportion_ci");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    var intervals =
        new ProportionIntervals(
            line.input("successes").asLong(),
            line.input("trials").asLong(),
            line.params().number("confidence", 0.95));
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    actual.put("proportion", intervals.proportion());
    actual.set("wilson", ends(intervals.wilson()));
    actual.set("normal", ends(intervals.normal()));
    actual.set("agresti_coull", ends(intervals.agrestiCoull()));
    actual.set("clopper_pearson", ends(intervals.clopperPearson()));
    actual.set("jeffreys", ends(intervals.jeffreys()));
    actual.set("wilson_continuity_corrected", ends(intervals.wilsonContinuityCorrected()));
    return actual;
  }
}

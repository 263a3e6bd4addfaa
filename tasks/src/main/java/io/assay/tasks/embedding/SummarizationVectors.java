package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;
import java.util.OptionalDouble;

/// Scores of summarization tasks as MTEB gives them.
@AutoService(ReferenceFunction.class)
public final class SummarizationVectors implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of("summarization");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    var scores = new SummaryScores(VectorJson.list(line.inputs(), SummarizationVectors::text));
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    actual.set("cosine_spearman", json(scores.cosineSpearman()));
    actual.set("cosine_pearson", json(scores.cosinePearson()));
    actual.set("dot_pearson", json(scores.dotPearson()));
    actual.set("dot_spearman", json(scores.dotSpearman()));
    ArrayNode kept = actual.putArray("kept_samples");
    scores.places().forEach(kept::add);
    return actual;
  }

  private static SummaryScores.Text text(JsonNode text) {
    return new SummaryScores.Text(
        VectorJson.matrix(text.path("human")),
        VectorJson.matrix(text.path("machine")),
        VectorJson.numbers(text.path("gold")));
  }

  private static JsonNode json(OptionalDouble score) {
    return VectorJson.json(score.orElse(Double.NaN));
  }
}

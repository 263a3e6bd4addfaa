package io.assay.tasks.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import io.assay.tasks.vectors.VectorParams;
import java.util.Arrays;
import java.util.List;

/// sacreBLEU's `corpus_chrf` and `sentence_chrf`.
@AutoService(ReferenceFunction.class)
public final class ChrfReference implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public List<String> names() {
    return List.of("chrf_corpus", "chrf_sentence");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    Chrf chrf = chrf(line.params());
    VectorSegments segments = VectorSegments.of(line);
    double[] sums = chrf.sums(segments.hypotheses(), segments.references());
    ObjectNode actual = JSON.objectNode();
    actual.put("score", chrf.score(sums));
    actual.put("name", chrf.name());
    List<Double> statistics = Arrays.stream(sums).boxed().toList();
    actual.set(
        "statistics", VectorJson.json(statistics, each -> JSON.numberNode(each.longValue())));
    return actual.put("signature", chrf.signature(segments.referenceCount()));
  }

  private static Chrf chrf(VectorParams params) {
    return new Chrf(
        params.integer("char_order", 6),
        params.integer("word_order", 0),
        params.number("beta", 2),
        params.flag("lowercase", false),
        params.flag("whitespace", false),
        params.flag("eps_smoothing", false));
  }
}

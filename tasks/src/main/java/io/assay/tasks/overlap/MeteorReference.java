package io.assay.tasks.overlap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import io.assay.tasks.vectors.VectorParams;
import java.util.List;

/// NLTK's `meteor_score` on given words, without WordNet.
@AutoService(ReferenceFunction.class)
public final class MeteorReference implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of("meteor_exact_stem");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    VectorParams params = line.params();
    var meteor =
        new Meteor(
            params.number("alpha", 0.9), params.number("beta", 3), params.number("gamma", 0.5));
    List<String> hypothesis = VectorJson.texts(line.input("hypothesis"));
    List<List<String>> references = VectorJson.list(line.input("references"), VectorJson::texts);
    return JsonNodeFactory.instance
        .objectNode()
        .put("meteor", meteor.best(hypothesis, references).score());
  }
}

package io.assay.tasks.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;

/// DROP and MGSM as openai/simple-evals judges them.
@AutoService(ReferenceFunction.class)
public final class DropVectors implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public List<String> names() {
    return List.of("drop", "mgsm");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    return line.metric().equals("drop") ? drop(line) : mgsm(line);
  }

  private static JsonNode drop(VectorLine line) {
    String prediction = VectorJson.text(line.input("prediction"));
    List<String> references = VectorJson.oneOrMoreTexts(line.input("references"));
    DropAnswer given = DropAnswer.of(prediction);
    DropAnswer.Score score =
        given
            .score(references)
            .orElseThrow(() -> new IllegalArgumentException("every reference is blank"));
    return JSON.objectNode()
        .put("exact_match", score.exact() ? 1.0 : 0.0)
        .put("f1", score.f1())
        .put("normalized", given.normalized())
        .set(
            "fuzzy_match",
            VectorJson.json(
                references, each -> JSON.booleanNode(DropAnswer.fuzzyMatch(prediction, each))));
  }

  private static JsonNode mgsm(VectorLine line) {
    String prefix = line.params().text("answer_prefix", "Answer");
    if (prefix.isEmpty()) {
      throw new IllegalArgumentException("answer_prefix is empty");
    }
    String extracted = MgsmNumber.extract(VectorJson.text(line.input("response")), prefix);
    String target = line.input("target").asText();
    return JSON.objectNode()
        .put("extracted", extracted)
        .put("correct", MgsmNumber.equal(extracted, target));
  }
}

package io.assay.tasks.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;

/// SQuAD's official evaluations, of one answer and of a dataset (in percent).
@AutoService(ReferenceFunction.class)
public final class SquadVectors implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public List<String> names() {
    return List.of("squad_v1", "squad_v2", "squad_v1_dataset");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    return switch (line.metric()) {
      case "squad_v1" -> first(line);
      case "squad_v2" -> second(line);
      default -> dataset(line);
    };
  }

  private static JsonNode first(VectorLine line) {
    List<String> given = SquadWords.of(VectorJson.text(line.input("prediction")));
    List<String> references = VectorJson.oneOrMoreTexts(line.input("references"));
    SquadVersion.Score score = score(given, references);
    return JSON.objectNode()
        .put("exact_match", score.exact() ? 1 : 0)
        .put("f1", score.f1())
        .put("normalized_prediction", String.join(" ", given))
        .set(
            "normalized_references",
            VectorJson.json(
                references, each -> JSON.textNode(String.join(" ", SquadWords.of(each)))));
  }

  private static SquadVersion.Score score(List<String> given, List<String> references) {
    if (references.isEmpty()) {
      throw new IllegalArgumentException("there are no references");
    }
    return SquadVersion.V1.score(given, references);
  }

  private static JsonNode second(VectorLine line) {
    List<String> given = SquadWords.of(VectorJson.text(line.input("prediction")));
    SquadVersion.Score score =
        SquadVersion.V2.score(given, VectorJson.oneOrMoreTexts(line.input("references")));
    return JSON.objectNode().put("exact", score.exact() ? 1 : 0).put("f1", score.f1());
  }

  private static JsonNode dataset(VectorLine line) {
    List<String> predictions = VectorJson.texts(line.input("predictions"));
    List<List<String>> references =
        VectorJson.list(line.input("references"), VectorJson::oneOrMoreTexts);
    if (predictions.isEmpty() || predictions.size() != references.size()) {
      throw new IllegalArgumentException(
          predictions.size() + " predictions for " + references.size() + " lists of references");
    }
    double exact = 0;
    double f1 = 0;
    for (int i = 0; i < predictions.size(); i++) {
      SquadVersion.Score score = score(SquadWords.of(predictions.get(i)), references.get(i));
      exact += score.exact() ? 1 : 0;
      f1 += score.f1();
    }
    return JSON.objectNode()
        .put("exact_match", 100 * exact / predictions.size())
        .put("f1", 100 * f1 / predictions.size());
  }
}

package io.assay.tasks.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;

/// The four ways of judging a solution to a GSM8K problem.
@AutoService(ReferenceFunction.class)
public final class Gsm8kVectors implements ReferenceFunction {

  private static final String INVALID = "[invalid]";

  @Override
  public List<String> names() {
    return List.of("gsm8k");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    String response = VectorJson.text(line.input("response"));
    String answer = VectorJson.text(line.input("answer"));
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    harness(NumberExtraction.STRICT, "strict_match", "strict_match", response, answer, actual);
    harness(
        NumberExtraction.FLEXIBLE,
        "flexible_extract",
        "flexible_extract",
        response,
        answer,
        actual);
    harness(NumberExtraction.COT, "cot_strict", "cot_strict_match", response, answer, actual);
    official(response, answer, actual);
    return actual;
  }

  /// lm-evaluation-harness compares what was extracted with the whole worked answer, both cleaned.
  private static void harness(
      NumberExtraction extraction,
      String extractedName,
      String name,
      String response,
      String answer,
      ObjectNode actual) {
    String extracted = extraction.extract(response).orElse(INVALID);
    actual.put(extractedName + "_extracted", extracted);
    actual.put(name, extraction.clean(extracted).equals(extraction.clean(answer)) ? 1 : 0);
  }

  private static void official(String response, String answer, ObjectNode actual) {
    String gold =
        NumberExtraction.OFFICIAL
            .fromAnswer(answer)
            .orElseThrow(() -> new IllegalArgumentException("the answer has no line ####"));
    String extracted = NumberExtraction.OFFICIAL.fromAnswer(response).orElse(INVALID);
    actual
        .put("official_extracted", extracted)
        .put("official_gold", gold)
        .put("official_correct", extracted.equals(gold));
  }
}

package io.assay.tasks.choice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;

/// Every way of finding the letter of a choice in a text, side by side.
@AutoService(ReferenceFunction.class)
public final class McExtractVectors implements ReferenceFunction {

  private static final char LAST = 'D';

  @Override
  public List<String> names() {
    return List.of("mc_extract");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    String response = VectorJson.text(line.input("response"));
    List<String> choices =
        VectorJson.list(
            line.inputs().path("choices").isMissingNode()
                ? JsonNodeFactory.instance.arrayNode()
                : line.input("choices"),
            JsonNode::asText);
    return JsonNodeFactory.instance
        .objectNode()
        .put("simple_evals_mmlu", SimpleEvalsLetter.mmlu(response, LAST).orElse(null))
        .put("simple_evals_gpqa", SimpleEvalsLetter.gpqa(response, LAST).orElse(null))
        .put("simple_evals_answer_line", SimpleEvalsLetter.line(response).orElse(null))
        .put("lm_eval_flan_strict", HarnessLetter.flanStrict(response))
        .put("lm_eval_multi_choice_regex", HarnessLetter.multiChoice(response, choices))
        .put("lm_eval_mmlu_generative", HarnessLetter.firstLine(response));
  }
}

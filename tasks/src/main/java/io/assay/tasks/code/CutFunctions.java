package io.assay.tasks.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import io.assay.tasks.vectors.VectorParams;
import java.util.List;
import java.util.Map;

/// What of a generated text is kept: bigcode-evaluation-harness's `_stop_at_stop_token` and
/// CodeParrot's `remove_last_block`.
@AutoService(ReferenceFunction.class)
public final class CutFunctions implements ReferenceFunction {

  private static final String STOP = "stop_sequences";

  /// Sets under the names that vectors use; the rest are called as in [StopSequences].
  private static final Map<String, String> SET_NAMES =
      Map.of(
          "humaneval (bigcode)", "humaneval",
          "mbpp (bigcode)", "mbpp",
          "humaneval (codeparrot)", "codeparrot");

  @Override
  public List<String> names() {
    return List.of(STOP, "codeparrot_last_block");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    String kept =
        line.metric().equals(STOP)
            ? StopSequences.cut(text(line, "completion"), stops(line.params()))
            : LastBlock.remove(text(line, "generation"), separators(line.params()));
    return JsonNodeFactory.instance.objectNode().put("kept", kept);
  }

  private static String text(VectorLine line, String name) {
    return VectorJson.text(line.input(name));
  }

  private static List<String> stops(VectorParams params) {
    String set = params.text("set", "humaneval");
    return params.has("stop")
        ? texts(params.get("stop"))
        : StopSequences.of(SET_NAMES.getOrDefault(set, set.replace(' ', '-')));
  }

  private static List<String> separators(VectorParams params) {
    return params.has("eof_strings") ? texts(params.get("eof_strings")) : LastBlock.SEPARATORS;
  }

  private static List<String> texts(JsonNode node) {
    return node.isTextual() ? List.of(node.asText()) : VectorJson.texts(node);
  }
}

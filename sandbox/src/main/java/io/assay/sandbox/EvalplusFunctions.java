package io.assay.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.time.Duration;
import java.util.List;

/// evalplus's `code_extract`, and its comparison of an output with the expected one, both given as
/// Python literals (without the oracles that some tasks have). Python decides what parses and what
/// is equal, in a sandbox.
@AutoService(ReferenceFunction.class)
public final class EvalplusFunctions implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final String EXTRACT = "code_extract";

  @Override
  public List<String> names() {
    return List.of(EXTRACT, "evalplus_compare");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    return line.metric().equals(EXTRACT) ? extracted(line) : compared(line);
  }

  private static JsonNode extracted(VectorLine line) {
    ObjectNode input = JSON.objectNode().put("text", VectorJson.text(line.input("text")));
    JsonNode code = value(EXTRACT, input);
    if (code.isNull()) {
      throw new IllegalArgumentException("the text has too many lines to find the code in it");
    }
    return JSON.objectNode().set("code", code);
  }

  private static JsonNode compared(VectorLine line) {
    ObjectNode input =
        JSON.objectNode()
            .put("output_py", VectorJson.text(line.input("output_py")))
            .put("expected_py", VectorJson.text(line.input("expected_py")))
            .put("atol", line.params().number("atol", 0));
    return JSON.objectNode().set("pass", value("compare", input));
  }

  private static JsonNode value(String function, ObjectNode input) {
    return switch (SharedSandbox.get().evaluate(function, input, LIMIT)) {
      case Sandbox.Evaluation.Value(JsonNode result) -> result;
      case Sandbox.Evaluation.Raised(String type, String message) ->
          throw new IllegalArgumentException(type + ": " + message);
      case Sandbox.Evaluation.NotDone(String reason) -> throw new IllegalArgumentException(reason);
    };
  }
}

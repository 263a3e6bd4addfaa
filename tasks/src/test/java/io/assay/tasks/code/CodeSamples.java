package io.assay.tasks.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Sample;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Samples in the shapes of the benchmarks.
final class CodeSamples {

  static final String PROMPT = "import math\n\ndef twice(x):\n    \"\"\"Doubles.\"\"\"\n";
  static final String TEST = "def check(candidate):\n    assert candidate(2) == 4\n";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CodeSamples() {}

  static Sample humanEval(String id) {
    return sample(
        id,
        JSON.textNode(PROMPT),
        JSON.textNode(TEST),
        Map.of("entry_point", JSON.textNode("twice")));
  }

  static Sample mbpp(String id) {
    return sample(
        id,
        JSON.textNode("Write a function that doubles."),
        JSON.arrayNode().add("assert twice(2) == 4").add("assert twice(0) == 0"),
        Map.of("test_imports", JSON.arrayNode().add("import math")));
  }

  static Sample sample(
      String id, JsonNode input, @Nullable JsonNode target, Map<String, JsonNode> metadata) {
    return new Sample(id, input, target, null, new HashMap<>(metadata));
  }
}

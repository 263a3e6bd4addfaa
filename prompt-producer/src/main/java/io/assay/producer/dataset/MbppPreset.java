package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.spec.FieldMapping;
import java.util.ArrayList;
import java.util.List;

/// MBPP, whole (`text`) or sanitized (`prompt`): `task_id`, `test_list`, `code`. The input is the
/// task and its tests, as in the paper, since only they tell the function's name.
final class MbppPreset implements Preset {

  @Override
  public ObjectNode completed(ObjectNode row) {
    Preset.need(row, "task_id", "MBPP");
    Preset.need(row, "test_list", "MBPP");
    String task = row.path(row.hasNonNull("text") ? "text" : "prompt").asText();
    if (task.isBlank()) {
      throw new IllegalArgumentException("there is no field text or prompt, which MBPP has");
    }
    var tests = new ArrayList<String>();
    row.path("test_list").forEach(test -> tests.add(test.asText()));
    row.put(
        "input",
        "You are an expert Python programmer, and here is your task: "
            + task
            + " Your code should pass these tests:\n\n"
            + String.join("\n", tests)
            + "\n");
    return row;
  }

  @Override
  public FieldMapping fields(ObjectNode completed) {
    return new FieldMapping(
        List.of("input"),
        null,
        null,
        "task_id",
        null,
        Preset.present(
            completed,
            "text",
            "prompt",
            "test_list",
            "test_imports",
            "test_setup_code",
            "challenge_test_list",
            "code"));
  }
}

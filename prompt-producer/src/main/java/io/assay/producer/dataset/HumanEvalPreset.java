package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.spec.FieldMapping;
import java.util.List;

/// HumanEval, HumanEval+ and MBPP+ of evalplus: `task_id`, `prompt`, `entry_point`, `test`,
/// `canonical_solution`. The prompt is the input; there is no target, as tests judge.
final class HumanEvalPreset implements Preset {

  @Override
  public ObjectNode completed(ObjectNode row) {
    for (String name : List.of("task_id", "prompt", "test")) {
      Preset.need(row, name, "HumanEval");
    }
    return row;
  }

  @Override
  public FieldMapping fields(ObjectNode completed) {
    return new FieldMapping(
        List.of("prompt"),
        null,
        null,
        "task_id",
        null,
        Preset.present(
            completed, "prompt", "entry_point", "test", "canonical_solution", "language"));
  }
}

package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.spec.FieldMapping;
import java.util.List;

/// Samples of OpenAI's evals: `input`, a text or a conversation, and `ideal`, the answer or the
/// answers. A conversation becomes one text; as it was it stays in `messages`.
final class OpenAiEvalsPreset implements Preset {

  @Override
  public ObjectNode completed(ObjectNode row) {
    Preset.need(row, "input", "OpenAI evals");
    return ChatText.flatten(row);
  }

  @Override
  public FieldMapping fields(ObjectNode completed) {
    return new FieldMapping(
        List.of("input"),
        completed.hasNonNull("ideal") ? "ideal" : null,
        null,
        completed.hasNonNull("id") ? "id" : null,
        null,
        Preset.present(completed, "messages"));
  }
}

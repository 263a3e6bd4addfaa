package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.spec.FieldMapping;
import java.util.ArrayList;
import java.util.List;

/// Samples of Inspect: `input`, a text or a conversation, `target`, `choices`, `id`, `metadata`.
/// What is inside `metadata` becomes metadata under its own names.
final class InspectPreset implements Preset {

  private static final String METADATA = "metadata";

  @Override
  public ObjectNode completed(ObjectNode row) {
    Preset.need(row, "input", "Inspect");
    for (String unsupported : List.of("files", "setup", "sandbox")) {
      if (row.hasNonNull(unsupported)) {
        throw new IllegalArgumentException("a sample with " + unsupported + " cannot be used here");
      }
    }
    row.path(METADATA)
        .properties()
        .forEach(field -> {
          if (!row.has(field.getKey())) {
            row.set(field.getKey(), field.getValue());
          }
        });
    return ChatText.flatten(row);
  }

  @Override
  public FieldMapping fields(ObjectNode completed) {
    var metadata = new ArrayList<String>();
    completed.path(METADATA).fieldNames().forEachRemaining(metadata::add);
    metadata.addAll(Preset.present(completed, "messages"));
    return new FieldMapping(
        List.of("input"),
        completed.hasNonNull("target") ? "target" : null,
        completed.hasNonNull("choices") ? "choices" : null,
        completed.hasNonNull("id") ? "id" : null,
        null,
        metadata);
  }
}

package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.spec.FieldMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Manifests of media, where a document does not say which field is what: a line for each file, and
/// the names that manifests use, those of NeMo and the Open ASR Leaderboard among them.
final class MediaPreset implements Preset {

  private static final String[] INPUTS = {
    "input", "audio", "audio_filepath", "image", "file", "path", "prompt", "caption"
  };
  private static final String[] TARGETS = {"target", "text", "transcript", "reference"};
  private static final String[] IDS = {"id", "utterance_id", "sample_id"};
  private static final String[] METADATA = {
    "mask", "kind", "prompt", "size", "language", "speaker", "duration"
  };

  @Override
  public ObjectNode completed(ObjectNode row) {
    if (first(row, INPUTS) == null) {
      throw new IllegalArgumentException(
          "a manifest of media has one of the fields %s; fields.input can name another"
              .formatted(String.join(", ", INPUTS)));
    }
    return row;
  }

  @Override
  public FieldMapping fields(ObjectNode row) {
    String input = String.valueOf(first(row, INPUTS));
    return new FieldMapping(
        List.of(input),
        first(row, TARGETS),
        null,
        first(row, IDS),
        null,
        Preset.present(row, METADATA).stream().filter(name -> !name.equals(input)).toList());
  }

  private static @Nullable String first(ObjectNode row, String... names) {
    return Preset.present(row, names).stream().findFirst().orElse(null);
  }
}

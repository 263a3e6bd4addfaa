package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.spec.FieldMapping;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A kind of dataset whose fields are known.
interface Preset {

  /// The row with what a sample needs beside its own fields.
  ///
  /// @throws IllegalArgumentException where it is no row of this kind
  ObjectNode completed(ObjectNode row);

  /// Which fields of a completed row are what.
  FieldMapping fields(ObjectNode completed);

  /// The preset of a format, if it is one.
  static Optional<Preset> of(Format format) {
    return switch (format) {
      case HUMANEVAL -> Optional.of(new HumanEvalPreset());
      case MBPP -> Optional.of(new MbppPreset());
      case OPENAI_EVALS -> Optional.of(new OpenAiEvalsPreset());
      case INSPECT -> Optional.of(new InspectPreset());
      case MTEB -> Optional.of(new MtebPreset());
      case JSONL, JSON, CSV, TSV, PARQUET, BEIR, HUGGINGFACE -> Optional.empty();
    };
  }

  /// Those of some fields that a row has.
  static List<String> present(ObjectNode row, String... names) {
    return Stream.of(names).filter(row::hasNonNull).toList();
  }

  /// Refuses a row that lacks a field.
  static void need(ObjectNode row, String name, String kind) {
    if (!row.hasNonNull(name)) {
      throw new IllegalArgumentException("there is no field " + name + ", which " + kind + " has");
    }
  }
}

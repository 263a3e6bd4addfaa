package io.assay.producer.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Sample;
import io.assay.contracts.wire.RecordSize;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What no prompt could carry through the pipeline, found at the door.
final class SampleBounds {

  /// JSON is read and written to 1,000 levels, some of which the events around a sample have.
  private static final int DEEPEST = 500;

  private SampleBounds() {}

  /// What is wrong with a sample.
  ///
  /// @param examples the bytes of what stands before every question
  static Optional<String> problem(Sample sample, long examples) {
    if (parts(sample).anyMatch(each -> RecordSize.isDeeper(each, DEEPEST))) {
      return Optional.of(
          "sample %s is nested more than %d levels deep".formatted(sample.id(), DEEPEST));
    }
    long bytes = 2L * RecordSize.bytes(sample) + examples; // it stands in the question again
    return bytes <= RecordSize.LARGEST_PROMPT
        ? Optional.empty()
        : Optional.of(
            "sample %s makes a prompt of about %,d bytes, at most %,d fit into a record"
                .formatted(sample.id(), bytes, RecordSize.LARGEST_PROMPT));
  }

  private static Stream<JsonNode> parts(Sample sample) {
    return Stream.concat(
            Stream.of(sample.input(), sample.target()), sample.metadata().values().stream())
        .filter(Objects::nonNull);
  }
}

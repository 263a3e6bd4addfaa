package io.assay.tasks.type;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Medium;
import io.assay.contracts.event.ModelRequest.ImageSize;
import io.assay.contracts.event.Sample;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what task types of media need of a sample.
final class SampleFields {

  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,4})x([1-9][0-9]{0,4})");

  private SampleFields() {}

  /// A text of the metadata.
  static Optional<String> text(Sample sample, String name) {
    JsonNode value = sample.metadata().get(name);
    return value != null && value.isTextual() && !value.textValue().isBlank()
        ? Optional.of(value.textValue())
        : Optional.empty();
  }

  /// The wanted size of an image; empty where the metadata has none.
  static Optional<ImageSize> size(Sample sample) {
    return text(sample, "size")
        .map(SIZE::matcher)
        .filter(Matcher::matches)
        .map(found ->
            new ImageSize(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
  }

  /// What is wrong with the wanted size.
  static Optional<String> sizeProblem(Sample sample) {
    JsonNode size = sample.metadata().get("size");
    return size == null || size.isNull() || size(sample).isPresent()
        ? Optional.empty()
        : Optional.of("metadata.size is " + size + ", expected width and height such as 512x512");
  }

  /// Whether a part is the path of a file.
  static boolean isPath(@Nullable JsonNode part) {
    return part != null && part.isTextual() && !part.textValue().isBlank();
  }

  /// The medium that a part is.
  ///
  /// @throws IllegalArgumentException where it is none
  static Medium medium(@Nullable JsonNode part, String name, Sample sample) {
    return Medium.of(part)
        .orElseThrow(
            () -> new IllegalArgumentException(name + " of sample " + sample.id() + " is no file"));
  }

  /// The blob of the metadata's mask.
  static @Nullable Blob mask(Sample sample) {
    return Medium.of(sample.metadata().get("mask")).map(Medium::blob).orElse(null);
  }
}

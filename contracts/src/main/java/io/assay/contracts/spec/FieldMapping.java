package io.assay.contracts.spec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which fields of a dataset's row are the parts of a sample. Names are dotted paths; a text with
/// `{{ }}` is a Jinja template over the row.
///
/// @param input the field or fields that are the model's input
/// @param target the field that holds the expected answer
/// @param choices the field that holds the answers to choose from
/// @param id the field that identifies the sample; a hash of the sample if absent
/// @param cluster the field whose equal values belong together (questions of one passage);
///   intervals resample whole clusters
/// @param metadata fields that are kept with the sample for metrics and reading
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FieldMapping(
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> input,
    @Nullable String target,
    @Nullable String choices,
    @Nullable String id,
    @Nullable String cluster,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> metadata) {

  /// `input`, `target` and `id`, as most datasets name them.
  public static final FieldMapping DEFAULTS =
      new FieldMapping(List.of("input"), "target", null, null, null, List.of());

  public FieldMapping {
    input = input == null || input.isEmpty() ? List.of("input") : List.copyOf(input);
    metadata = metadata == null ? List.of() : List.copyOf(metadata);
  }
}

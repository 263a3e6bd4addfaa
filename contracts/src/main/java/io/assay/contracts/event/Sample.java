package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.spec.Require;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One item of a dataset.
///
/// @param id the dataset's id of it, or a hash of its content
/// @param input what the model is given: a text, or an array of texts
/// @param target what is expected: a text, number, array or object, as the task type says
/// @param cluster items with equal clusters are resampled together; the id if absent
/// @param metadata further fields, for metrics and reading
/// @param slices the slices of the task that it is in, such as `language=de`
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Sample(
    String id,
    JsonNode input,
    @Nullable JsonNode target,
    @Nullable String cluster,
    Map<String, JsonNode> metadata,
    List<String> slices) {

  /// A sample that is in no slice.
  public Sample(
      String id,
      JsonNode input,
      @Nullable JsonNode target,
      @Nullable String cluster,
      Map<String, JsonNode> metadata) {
    this(id, input, target, cluster, metadata, List.of());
  }

  public Sample {
    Require.text(id, "sample id");
    Require.present(input, "input of sample " + id);
    metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
    slices = slices == null ? List.of() : List.copyOf(slices);
  }

  /// The same in these slices.
  public Sample in(List<String> others) {
    return new Sample(id, input, target, cluster, metadata, others);
  }

  /// What intervals resample as one.
  public String clusterOrId() {
    return cluster == null ? id : cluster;
  }
}

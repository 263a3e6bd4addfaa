package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.spec.Require;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One item of a dataset.
///
/// @param id the dataset's id of it, or a hash of its content
/// @param input what the model is given: a text, or an array of texts
/// @param target what is expected: a text, number, array or object, as the task type says
/// @param cluster items with equal clusters are resampled together; the id if absent
/// @param metadata further fields, for slices and reading
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Sample(
    String id,
    JsonNode input,
    @Nullable JsonNode target,
    @Nullable String cluster,
    Map<String, JsonNode> metadata) {

  public Sample {
    Require.text(id, "sample id");
    Require.present(input, "input of sample " + id);
    metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
  }

  /// What intervals resample as one.
  public String clusterOrId() {
    return cluster == null ? id : cluster;
  }
}

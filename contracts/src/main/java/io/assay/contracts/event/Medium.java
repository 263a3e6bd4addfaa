package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.spec.Require;
import io.assay.contracts.wire.ContractJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file of a sample that was put into the blob store: it stands where the dataset has its path.
///
/// @param file its path as the dataset writes it
/// @param blob where its bytes are
/// @param seconds how long a recording is
/// @param width columns of an image
/// @param height rows of an image
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Medium(
    String file,
    Blob blob,
    @Nullable Double seconds,
    @Nullable Integer width,
    @Nullable Integer height) {

  public Medium {
    Require.text(file, "file");
    Require.present(blob, "blob of " + file);
  }

  /// This as a part of a sample.
  public JsonNode node() {
    return ContractJson.mapper().valueToTree(this);
  }

  /// The medium that a part of a sample is, if it is one.
  public static Optional<Medium> of(@Nullable JsonNode part) {
    return part != null && part.isObject() && part.hasNonNull("file") && part.hasNonNull("blob")
        ? Optional.of(ContractJson.mapper().convertValue(part, Medium.class))
        : Optional.empty();
  }
}

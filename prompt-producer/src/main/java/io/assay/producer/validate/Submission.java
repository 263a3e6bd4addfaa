package io.assay.producer.validate;

import io.assay.contracts.spec.Require;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job document as it was sent.
///
/// @param document its text, YAML or JSON
/// @param baseDir the folder that its relative paths start from; the service's own if absent
/// @param parameters values of its parameters
public record Submission(
    String document, @Nullable String baseDir, Map<String, String> parameters) {

  public Submission {
    Require.present(document, "document");
    parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
  }
}

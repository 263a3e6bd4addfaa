package io.assay.contracts.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.spec.Require;
import org.jspecify.annotations.Nullable;

/// Something wrong with a job document.
///
/// @param line the line in the document, from 1
/// @param column the column there, from 1
/// @param path the place in the document, `metrics[0]`; empty for the whole
/// @param message what is wrong
/// @param suggestion how to mend it, where that can be said
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    int line, int column, String path, String message, @Nullable String suggestion) {

  public Problem {
    Require.present(path, "path");
    Require.text(message, "message");
  }

  /// One line for a person: `line 3: metrics[0]: unknown metric exact_mach (did you mean …?)`.
  public String text() {
    return "line "
        + line
        + ": "
        + (path.isEmpty() ? "" : path + ": ")
        + message
        + (suggestion == null ? "" : " (" + suggestion + ")");
  }
}

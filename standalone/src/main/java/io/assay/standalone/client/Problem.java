package io.assay.standalone.client;

import org.jspecify.annotations.Nullable;

/// What is wrong with a job document, and where.
public record Problem(
    int line, int column, @Nullable String path, String message, @Nullable String suggestion) {

  /// As a compiler would print it.
  ///
  /// @param file the document's name
  public String text(String file) {
    String place = line > 0 ? file + ":" + line + (column > 0 ? ":" + column : "") : file;
    String where = path == null || path.isBlank() ? "" : " " + path + ":";
    String mend = suggestion == null || suggestion.isBlank() ? "" : " (" + suggestion + ")";
    return place + ":" + where + " " + message + mend;
  }
}

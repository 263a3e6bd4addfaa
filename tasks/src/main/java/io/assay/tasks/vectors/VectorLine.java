package io.assay.tasks.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/// One line of a vectors file.
public final class VectorLine {

  private final JsonNode line;
  private final Path folder;
  private final VectorParams params;

  VectorLine(JsonNode line, Path folder) {
    this.line = line;
    this.folder = folder;
    this.params = new VectorParams(line.path("metric").asText(), line.path("params"));
  }

  /// The function asked for.
  public String metric() {
    return line.path("metric").asText();
  }

  /// How it is to be computed.
  public VectorParams params() {
    return params;
  }

  /// What it is computed from: `inputs`, or `input`, or the line itself where it has neither.
  public JsonNode inputs() {
    if (line.has("inputs")) {
      return line.path("inputs");
    }
    return line.has("input") ? line.path("input") : line;
  }

  /// An input.
  ///
  /// @throws IllegalArgumentException where the line has none of this name
  public JsonNode input(String name) {
    JsonNode input = inputs().path(name);
    if (input.isMissingNode()) {
      throw new IllegalArgumentException(metric() + " needs the input " + name);
    }
    return input;
  }

  /// A file that an input or another field of the line names.
  public Path file(String path) {
    return folder.resolve(path);
  }

  /// Another field of the line, missing if there is none.
  public JsonNode field(String name) {
    return line.path(name);
  }
}

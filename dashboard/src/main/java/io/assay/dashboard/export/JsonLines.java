package io.assay.dashboard.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.wire.ContractJson;
import io.assay.dashboard.store.SampleDetail;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/// One JSON object a line.
final class JsonLines implements SampleSink {

  /// What becomes of a sample; nothing where it has no place.
  @FunctionalInterface
  interface Line {
    Optional<JsonNode> of(SampleDetail sample) throws IOException;
  }

  private final Writer out;
  private final Line line;

  JsonLines(Writer out, Line line) {
    this.out = out;
    this.line = line;
  }

  @Override
  public void write(SampleDetail sample) throws IOException {
    var node = line.of(sample);
    if (node.isPresent()) {
      out.write(ContractJson.mapper().writeValueAsString(node.get()));
      out.write('\n');
    }
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}

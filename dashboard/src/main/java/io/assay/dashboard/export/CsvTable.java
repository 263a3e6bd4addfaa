package io.assay.dashboard.export;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.assay.dashboard.store.SampleDetail;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table with a head, a row for each sample and a column for each metric.
final class CsvTable implements SampleSink {

  private final CsvWriter csv;
  private final List<String> metrics;

  CsvTable(Writer out, List<String> metrics) {
    this.csv = CsvWriter.builder().build(out);
    this.metrics = metrics;
    var heads = new ArrayList<>(List.of("model", "task", "id", "epoch", "status"));
    heads.addAll(List.of("input", "target", "output"));
    heads.addAll(metrics);
    heads.addAll(
        List.of("reason", "call_ms", "input_tokens", "output_tokens", "cost", "slices", "cut"));
    csv.writeRecord(heads);
  }

  @Override
  public void write(SampleDetail sample) throws IOException {
    JsonNode detail = SampleLines.tree(sample.detail());
    JsonNode usage = detail.path("usage");
    JsonNode scores = SampleLines.scores(sample);
    var cells = new ArrayList<@Nullable String>();
    cells.add(sample.model());
    cells.add(sample.task());
    cells.add(sample.sampleId());
    cells.add(Integer.toString(sample.epoch()));
    cells.add(sample.status());
    cells.add(text(SampleLines.tree(sample.input())));
    cells.add(sample.target() == null ? null : text(SampleLines.tree(sample.target())));
    cells.add(sample.output());
    metrics.forEach(name -> cells.add(number(scores.path(name))));
    cells.add(sample.reason());
    cells.add(number(detail.path("timing").path("call")));
    cells.add(number(usage.path("inputTokens")));
    cells.add(number(usage.path("outputTokens")));
    cells.add(number(usage.path("cost")));
    cells.add(slices(detail.path("slices")));
    cells.add(SampleLines.isCut(sample) ? "true" : null);
    csv.writeRecord(cells);
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }

  private static @Nullable String number(JsonNode value) {
    return value.isNumber() ? value.asText() : null;
  }

  private static @Nullable String slices(JsonNode slices) {
    var names = new ArrayList<String>();
    slices.forEach(slice -> names.add(slice.asText()));
    return names.isEmpty() ? null : String.join(" ", names);
  }

  @Override
  public void end() throws IOException {
    csv.flush();
  }
}

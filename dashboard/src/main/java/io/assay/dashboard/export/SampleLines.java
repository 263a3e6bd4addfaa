package io.assay.dashboard.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.event.Medium;
import io.assay.contracts.wire.ContractJson;
import io.assay.dashboard.store.SampleDetail;
import java.io.IOException;
import java.util.Optional;

/// Samples as JSON objects.
final class SampleLines {

  private SampleLines() {}

  /// All that is known. Texts longer than the dashboard keeps are cut, which `cut` says.
  static Optional<JsonNode> all(SampleDetail sample) throws IOException {
    ObjectNode line = ContractJson.mapper().createObjectNode();
    line.put("job", sample.jobId());
    line.put("model", sample.model());
    line.put("task", sample.task());
    line.put("id", sample.sampleId());
    line.put("epoch", sample.epoch());
    line.put("status", sample.status());
    line.set("input", tree(sample.input()));
    line.set("target", sample.target() == null ? null : tree(sample.target()));
    line.put("output", sample.output());
    line.set("scores", scores(sample));
    line.put("reason", sample.reason());
    line.set("detail", tree(sample.detail()));
    if (isCut(sample)) {
      line.put("cut", true);
    }
    return Optional.of(line);
  }

  /// The values by metric.
  static ObjectNode scores(SampleDetail sample) throws IOException {
    ObjectNode scores = ContractJson.mapper().createObjectNode();
    for (JsonNode score : tree(sample.scores())) {
      scores.set(score.path("name").asText(), score.get("value"));
    }
    return scores;
  }

  static boolean isCut(SampleDetail sample) {
    String output = sample.output();
    return output != null && output.codePointCount(0, output.length()) < sample.outputLength();
  }

  /// A transcript with the recording's length and the time that it took, both in seconds; samples
  /// of other tasks, and those without an answer, have no place.
  static Optional<JsonNode> openAsr(SampleDetail sample) throws IOException {
    var recording = Medium.of(tree(sample.input()));
    if (recording.isEmpty() || sample.output() == null) {
      return Optional.empty();
    }
    ObjectNode line = ContractJson.mapper().createObjectNode();
    line.put("audio_filepath", recording.get().file());
    line.put("duration", recording.get().seconds());
    line.put("time", tree(sample.detail()).path("timing").path("call").asDouble() / 1000);
    line.set("text", sample.target() == null ? null : tree(sample.target()));
    line.put("pred_text", sample.output());
    return Optional.of(line);
  }

  /// A program that was written for a problem.
  static Optional<JsonNode> humanEval(SampleDetail sample) throws IOException {
    boolean program = tree(sample.detail()).path("taskType").asText().equals("code-generation");
    if (!program || sample.output() == null) {
      return Optional.empty();
    }
    ObjectNode line = ContractJson.mapper().createObjectNode();
    line.put("task_id", sample.sampleId());
    line.put("completion", sample.output());
    return Optional.of(line);
  }

  static JsonNode tree(String json) throws IOException {
    return ContractJson.mapper().readTree(json);
  }
}

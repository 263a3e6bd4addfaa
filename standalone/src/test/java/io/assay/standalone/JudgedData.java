package io.assay.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Sums that two fake models answer and a fake judge judges. Their answers are never equal, so each
/// sample costs four calls of the judge: each answer alone, and both in both orders.
final class JudgedData {

  static final int CALLS = 4;

  private JudgedData() {}

  /// Writes `questions.jsonl` and the job document `judged.yaml`.
  ///
  /// @return the job document
  static Path write(Path folder, int samples, int window, int delayMs) throws IOException {
    try (var out = Files.newBufferedWriter(folder.resolve("questions.jsonl"))) {
      for (int i = 0; i < samples; i++) {
        out.write(
            "{\"id\":\"q%d\",\"question\":\"%d and 1?\",\"answer\":\"%d\"}%n"
                .formatted(i, i, i + 1));
      }
    }
    return Files.writeString(
        folder.resolve("judged.yaml"),
        """
        name: Judged sums
        models:
          - {id: fake/often, provider: fake, options: {behaviour: oracle, accuracy: 0.6, delayMs: %1$d}}
          - {id: fake/echo, provider: fake, options: {behaviour: echo, delayMs: %1$d}}
        judges:
          - {id: fake/judge, provider: fake, options: {behaviour: oracle, accuracy: 0.8, delayMs: %1$d}}
        task: text-generation
        dataset: {path: questions.jsonl}
        fields: {id: id, input: question, target: answer}
        metrics: [judge_pass, win_rate]
        limits: {window: %2$d}
        """
            .formatted(delayMs, window));
  }

  /// What one model won the other one lost; null where one has no value.
  static double winRates(JsonNode models) {
    double sum = 0;
    for (JsonNode model : models) {
      sum += model.path("metrics").path("win_rate").path("value").asDouble(Double.NaN);
    }
    return sum;
  }
}

package io.assay.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Recorded answers of two models whose numbers of right ones are known by construction.
final class RecordedData {

  private RecordedData() {}

  /// Right answers of the model `good`: all but every 7th.
  static int rightOfGood(int samples) {
    return samples - (samples + 6) / 7;
  }

  /// Right answers of the model `weak`: every 3rd.
  static int rightOfWeak(int samples) {
    return (samples + 2) / 3;
  }

  /// Writes `recorded.jsonl` and the job document `job.yaml`.
  ///
  /// @return the job document
  static Path write(Path folder, int samples, int window) throws IOException {
    try (var out = Files.newBufferedWriter(folder.resolve("recorded.jsonl"))) {
      for (int i = 0; i < samples; i++) {
        int sum = i + i % 89;
        out.write(
            "{\"question\":\"How many are %d and %d?\",\"truth\":\"A: %d\",\"good\":\"So it is\\nA: %d\",\"weak\":\"A: %d\"}%n"
                .formatted(i, i % 89, sum, i % 7 == 0 ? sum + 1 : sum, i % 3 == 0 ? sum : sum + 2));
      }
    }
    return Files.writeString(
        folder.resolve("job.yaml"),
        """
        name: Recorded sums
        models:
          - id: recorded/good
            provider: recorded
            options: {path: recorded.jsonl, matchInput: question, output: good}
          - id: recorded/weak
            provider: recorded
            options: {path: recorded.jsonl, matchInput: question, output: weak}
        task: text-generation
        dataset: {path: recorded.jsonl}
        fields: {input: question, target: truth}
        metrics:
          - {metric: numeric_match, name: accuracy, params: {extraction: answer-line}}
        limits: {window: %d}
        """
            .formatted(window));
  }
}

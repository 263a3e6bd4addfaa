package io.assay.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The same questions for a job and for the bare client.
///
/// @param models names at the server
/// @param count questions for each
record Questions(List<String> models, int count) {

  private static final String FILLER =
      "A farmer sells baskets of apples at the market and counts them in the evening. ".repeat(6);

  private static String text(int number) {
    return FILLER + "How many are " + number + " and " + number % 97 + "?";
  }

  String body(String model, int number) {
    return "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}],\"max_tokens\":64}"
        .formatted(model, text(number));
  }

  /// A job that asks them.
  ///
  /// @param options of the models, as YAML in braces
  Workload job(Path folder, URI endpoint, String options) throws IOException {
    try (var out = Files.newBufferedWriter(folder.resolve("questions.jsonl"))) {
      for (int i = 0; i < count; i++) {
        out.write(
            "{\"id\":\"s%d\",\"input\":\"%s\",\"target\":\"%d\"}%n"
                .formatted(i, text(i), i + i % 97));
      }
    }
    var document = new StringBuilder("name: Benchmark of providers\nmodels:\n");
    for (String model : models) {
      document.append(
          "  - {id: mock/%s, provider: openai, name: %s, endpoint: \"%s\", options: %s}%n"
              .formatted(model, model, endpoint, options));
    }
    document.append(
        """
        task: text-generation
        dataset: {path: questions.jsonl}
        fields: {input: input, target: target, id: id}
        generation: {max_tokens: 64}
        limits: {timeLimit: 600}
        metrics: [exact_match]
        """);
    return new Workload(document.toString(), folder);
  }
}

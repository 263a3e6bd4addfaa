package io.assay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A job to measure.
///
/// @param document its text
/// @param folder where its relative paths start
record Workload(String document, Path folder) {

  private static final String FILLER =
      "A farmer sells baskets of apples at the market and counts them in the evening. ".repeat(6);

  /// Samples of about 500 characters for a model that answers at once.
  static Workload instant(Path folder, int samples) throws IOException {
    try (var out = Files.newBufferedWriter(folder.resolve("instant.jsonl"))) {
      for (int i = 0; i < samples; i++) {
        out.write(
            "{\"id\":\"s%d\",\"input\":\"%sHow many are %d and %d?\",\"target\":\"%d\"}%n"
                .formatted(i, FILLER, i, i % 97, i + i % 97));
      }
    }
    return new Workload(
        """
        name: Benchmark, instant model
        models:
          - {id: fake/instant, provider: fake, options: {behaviour: oracle, accuracy: 0.8}}
        task: text-generation
        dataset: {path: instant.jsonl}
        fields: {input: input, target: target, id: id}
        metrics: [exact_match]
        """,
        folder);
  }

  static Workload file(Path document) throws IOException {
    return new Workload(Files.readString(document), document.toAbsolutePath().resolveSibling(""));
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

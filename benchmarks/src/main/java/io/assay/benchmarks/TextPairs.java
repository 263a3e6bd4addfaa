package io.assay.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Pairs of a reference and a hypothesis as the samples and answers that metrics judge.
final class TextPairs {

  private static final int MADE = 20_000;
  private static final int WORDS = 13;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TextPairs() {}

  /// A question with its right answer, and a model's answer.
  record Pair(Sample sample, Answer answer) {}

  /// The pairs of a file of JSON lines with `reference` and `hypothesis`.
  static List<Pair> read(Path file) throws IOException {
    var pairs = new ArrayList<Pair>();
    try (var lines = Files.lines(file)) {
      for (String line : (Iterable<String>) lines::iterator) {
        JsonNode row = ContractJson.mapper().readTree(line);
        pairs.add(
            pair(pairs.size(), row.path("reference").asText(), row.path("hypothesis").asText()));
      }
    }
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException(file + " is empty: give JSON lines");
    }
    return pairs;
  }

  /// Texts of 13 words of which a tenth differ, the same in every run.
  static List<Pair> made() {
    var random = new Random(7);
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < MADE; i++) {
      List<String> reference = words(random, WORDS);
      pairs.add(
          pair(
              i,
              String.join(" ", reference) + ".",
              String.join(" ", changed(random, reference)) + "."));
    }
    return pairs;
  }

  /// Made-up words of one to three syllables.
  static List<String> words(Random random, int count) {
    var words = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      words.add(word(random));
    }
    return words;
  }

  /// The words of which a tenth are others.
  static List<String> changed(Random random, List<String> words) {
    return words.stream().map(word -> random.nextInt(10) == 0 ? word(random) : word).toList();
  }

  private static String word(Random random) {
    var word = new StringBuilder();
    for (int syllables = 1 + random.nextInt(3); syllables > 0; syllables--) {
      word.append("bdfklmnprst".charAt(random.nextInt(11)))
          .append("aeiou".charAt(random.nextInt(5)));
    }
    return word.toString();
  }

  /// The same sample for every metric: with choices and instructions, which the others pass over.
  static Pair pair(int number, String reference, String hypothesis) {
    Map<String, JsonNode> metadata =
        Map.of(
            "instruction_id_list",
            JSON.arrayNode().add("length_constraints:number_words").add("punctuation:no_comma"),
            "choices",
            JSON.arrayNode().add(reference).add("none of these"),
            "kwargs",
            JSON.arrayNode()
                .add(JSON.objectNode().put("relation", "at least").put("num_words", 5))
                .add(JSON.objectNode()));
    var sample =
        new Sample("s" + number, JSON.textNode(""), JSON.textNode(reference), null, metadata);
    return new Pair(sample, new Answer.Text(hypothesis));
  }

  /// The same pairs with the hypothesis as a field of a JSON object.
  static List<Pair> asJson(List<Pair> pairs) {
    return pairs.stream()
        .map(pair ->
            new Pair(
                pair.sample(),
                new Answer.Text(
                    JSON.objectNode()
                        .put("answer", ((Answer.Text) pair.answer()).text())
                        .put("score", 7)
                        .toString())))
        .toList();
  }
}

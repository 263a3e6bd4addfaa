package io.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Odd texts at the door: each has its defined value, or is refused or fails with the reason; never
/// a silent zero. What metrics make of them is tested where they are.
class BadInputIT {

  private static final String TURNED = "\u202eshalom\u202c \u200b\u200d\ufeff שלום";
  private static final String ENDLESS = "(a+)+b|cat";

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] notUtf8(String before, String after) {
    return (before + "\u00ff\u00fe" + after).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void emptyTurnedAndHugeLinesHaveTheirValues() throws Exception {
    Path reference = file("ref.txt", "the cat\n\nword\n" + TURNED + "\n");
    Path hypothesis =
        file("hyp.txt", "\nthe cat\n" + "word ".repeat(2_000_000) + "\n" + TURNED + "\n");

    JsonNode metrics =
        scored(0, "-m", "exact_match,length,ter", "-r", reference, "-y", hypothesis)
            .path("systems")
            .path(0)
            .path("metrics");

    assertThat(metrics.path("exact_match").path("n").asInt()).isEqualTo(4);
    assertThat(metrics.path("exact_match").path("value").asDouble()).isEqualTo(0.25);
    assertThat(metrics.path("length").path("value").asDouble())
        .isEqualTo((7 + 10_000_000 + TURNED.length()) / 4.0);
    assertThat(metrics.path("ter").path("value").isNumber()).isTrue();
  }

  @Test
  void linesThatAreNotUtf8AreRefusedWithTheirNumber() throws Exception {
    Path good = file("good.txt", "a\nb\n");
    Path lines = file("lines.txt", notUtf8("a\n", "\n"));
    Path json = file("bad.jsonl", notUtf8("{\"id\":1,\"target\":\"a\",\"output\":\"", "\"}\n"));
    Path vectors = file("vectors.jsonl", notUtf8("\n\n{\"id\":\"", "\"}\n"));

    assertThat(score(1, "-m", "bleu", "-r", good, "-y", lines).said())
        .contains("lines.txt, line 2 is not UTF-8 text");
    assertThat(score(1, "-m", "bleu", "--jsonl", json).said())
        .contains("bad.jsonl, line 1 is not UTF-8 text");
    assertThat(score(1, "--vectors", vectors).said())
        .contains("vectors.jsonl, line 3 is not UTF-8 text");
  }

  @Test
  void jsonLinesWithoutTargetOrWithAnEndlessPatternAreMissingAndSaidSo() throws Exception {
    Path lines =
        file(
            "x.jsonl",
            """
            {"id":"empty","target":"a","output":""}
            {"id":"no-reference","target":"","output":"a"}
            {"id":"no-target","output":"a"}
            {"id":"halves","target":"\\udbff x","output":"\\ud800 the \\udc00"}
            {"id":"same","target":"\\ud800","output":"\\ud800"}
            {"id":"endless","target":"cat","output":"%s"}
            """
                .formatted("a".repeat(5_000)));

    JavaProcess exact = score(3, "-m", "exact_match", "--json", "--jsonl", lines);
    JsonNode system = json(exact).path("systems").path(0);
    assertThat(exact.said()).contains("line 3").contains("no-target is missing");
    assertThat(system.path("missing").asInt()).isEqualTo(1);
    assertThat(system.at("/metrics/exact_match/n").asInt()).isEqualTo(5);
    assertThat(system.at("/metrics/exact_match/value").asDouble()).isEqualTo(0.2);

    JavaProcess pattern =
        score(3, "-m", "regex_match", "-p", "pattern=" + ENDLESS, "--json", "--jsonl", lines);
    assertThat(pattern.said()).contains("line 6").contains("backtracks too much");
    assertThat(json(pattern).at("/systems/0/metrics/regex_match/n").asInt()).isEqualTo(5);
  }

  @Test
  void vectorsWithHalvesOfCharactersAreAnsweredInAscii() throws Exception {
    Path vectors =
        file(
            "vectors.jsonl",
            """
            {"id":"1","metric":"squad_v1","inputs":{"prediction":"\\ud800","references":["\\ud800"]}}
            {"id":"2","metric":"squad_v1","inputs":{"prediction":"","references":["cat"]}}
            {"id":"3","metric":"squad_v1","inputs":{"prediction":"cat"}}
            {"id":"4","metric":"squad_v1","inputs":{"prediction":"%s","references":["word"]}}
            """
                .formatted("word ".repeat(200_000)));

    List<JsonNode> answers =
        score(0, "--vectors", vectors).output().lines().map(BadInputIT::tree).toList();

    assertThat(answers).hasSize(4);
    assertThat(answers.get(0).at("/actual/exact_match").asInt()).isEqualTo(1);
    assertThat(answers.get(1).at("/actual/f1").asDouble(1)).isZero();
    assertThat(answers.get(2).at("/actual/message").asText()).contains("references");
    assertThat(answers.get(3).at("/actual/exact_match").asInt(1)).isZero();
  }

  @Test
  void aJobGivesEachItsValueOrItsReason() throws Exception {
    file(
        "samples.jsonl",
        """
        {"id":"good","q":"?","t":"cat"}
        {"id":"empty-answer","q":"?","t":"cat"}
        {"id":"empty-target","q":"?","t":""}
        {"id":"halves","q":"?","t":"\\udbff"}
        {"id":"turned","q":"?","t":"%1$s"}
        {"id":"endless","q":"?","t":"cat"}
        {"id":"huge","q":"?","t":"cat"}
        {"id":"not-recorded","q":"?","t":"cat"}
        """
            .formatted(TURNED));
    file(
        "answers.jsonl",
        """
        {"id":"good","output":"cat"}
        {"id":"empty-answer","output":""}
        {"id":"empty-target","output":"cat"}
        {"id":"halves","output":"\\ud800 cat"}
        {"id":"turned","output":"%s"}
        {"id":"endless","output":"%s"}
        {"id":"huge","output":"%s"}
        """
            .formatted(TURNED, "a".repeat(5_000), "word ".repeat(2_000_000)));

    JsonNode result = json(run(3, job("samples.jsonl", "answers.jsonl")));

    JsonNode model = result.path("models").path("recorded/odd");
    assertThat(model.at("/counts/issued").asInt()).isEqualTo(8);
    assertThat(model.at("/counts/scored").asInt()).isEqualTo(5);
    assertThat(model.at("/metrics/exact_match/n").asInt()).isEqualTo(5);
    assertThat(model.at("/metrics/exact_match/value").asDouble()).isEqualTo(0.4);
    assertThat(result.path("failures")).hasSize(3);
    assertThat(reason(result, "endless")).contains("backtracks too much");
    assertThat(reason(result, "huge")).contains("bytes");
    assertThat(reason(result, "not-recorded")).contains("no recorded output");
  }

  @Test
  void aJobWhoseDatasetIsNotUtf8IsRefusedAtTheDoorAndRecordsAreNamedWithTheirLine()
      throws Exception {
    file(
        "bad.jsonl",
        notUtf8("{\"id\":\"a\",\"q\":\"?\",\"t\":\"a\"}\n{\"id\":\"b\",\"q\":\"", "\"}\n"));
    file("good.jsonl", "{\"id\":\"a\",\"q\":\"?\",\"t\":\"a\"}\n");
    file(
        "answers.jsonl",
        notUtf8("{\"id\":\"a\",\"output\":\"a\"}\n{\"id\":\"b\",\"output\":\"", "\"}\n"));

    assertThat(run(1, job("bad.jsonl", "answers.jsonl")).said())
        .contains("bad.jsonl, line 2")
        .contains("is not UTF-8 text")
        .contains("Nothing was started");
    assertThat(reason(json(run(3, job("good.jsonl", "answers.jsonl"))), "a"))
        .contains("line 2 of ")
        .contains("answers.jsonl");
  }

  private static String reason(JsonNode result, String sample) {
    return StreamSupport.stream(result.path("failures").spliterator(), false)
        .filter(each -> each.path("sample").asText().equals(sample))
        .map(each -> each.path("reason").asText())
        .findFirst()
        .orElse("no failure of " + sample + " in " + result);
  }

  private Path job(String dataset, String answers) throws IOException {
    return file(
        "job.yaml",
        """
        name: Odd texts
        models:
          - {id: recorded/odd, provider: recorded, options: {path: %s, matchId: id}}
        task: text-generation
        dataset: {path: %s}
        fields: {id: id, input: q, target: t}
        metrics: [exact_match, {metric: regex_match, params: {pattern: "%s"}}]
        """
            .formatted(answers, dataset, ENDLESS));
  }

  private JsonNode scored(int expected, Object... arguments) throws Exception {
    var all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    return json(score(expected, all.toArray()));
  }

  private JavaProcess score(int expected, Object... arguments) throws Exception {
    var all = new ArrayList<>(List.of("score"));
    for (Object each : arguments) {
      all.add(each.toString());
    }
    return start(expected, all);
  }

  private JavaProcess run(int expected, Path document) throws Exception {
    String port = Integer.toString(JavaProcess.freePort());
    return start(expected, List.of("run", document.toString(), "--port", port, "--json"));
  }

  private JavaProcess start(int expected, List<String> arguments) throws Exception {
    JavaProcess process =
        JavaProcess.start(
            ProjectFolder.application("standalone"),
            folder,
            "run" + System.nanoTime(),
            Map.of("ASSAY_DATA_DIR", folder.resolve("data").toString()),
            arguments);
    assertThat(process.exitCode(4)).as(process::said).isEqualTo(expected);
    return process;
  }

  private static JsonNode json(JavaProcess process) throws IOException {
    return ContractJson.mapper().readTree(process.output());
  }

  private static JsonNode tree(String line) {
    try {
      return ContractJson.mapper().readTree(line);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

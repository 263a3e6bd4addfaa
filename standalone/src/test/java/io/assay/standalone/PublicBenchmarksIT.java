package io.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Samples of public benchmarks as one job, by a fake model and by recorded answers of which every
/// other one is right. Skipped where the data is absent.
class PublicBenchmarksIT {

  private static final List<String> QUESTION = List.of("question");

  private record Source(
      String task, String file, List<String> input, String target, String prefix, String metric) {}

  private static final List<Source> SOURCES =
      List.of(
          new Source(
              "mmlu",
              "mmlu/test_10subjects_first30.jsonl",
              QUESTION,
              "answer",
              "Answer: ",
              "accuracy"),
          new Source(
              "nq-open", "nq_open/dev_first300.jsonl", QUESTION, "answers", "", "nq-open/squad_em"),
          new Source("mgsm", "mgsm/sample.jsonl", List.of("problem"), "target", "Answer: ", "mgsm"),
          xquad("en", List.of("context", "question")),
          xquad("de", QUESTION),
          xquad("ar", QUESTION),
          xquad("zh", QUESTION));

  @TempDir Path folder;

  private final Map<String, Integer> samples = new HashMap<>();
  private final Map<String, Integer> rightOnes = new HashMap<>();

  private static Source xquad(String language, List<String> input) {
    String task = "xquad-" + language;
    return new Source(
        task, "xquad/" + language + "_300.jsonl", input, "answers", "", task + "/squad_em");
  }

  @Test
  void everyOtherRightAnswerIsFoundInEveryBenchmark() throws Exception {
    Path data = ProjectFolder.sharedData("mmlu").resolveSibling("");
    writeAnswers(data);
    JsonNode models = run(data);

    for (Source source : SOURCES) {
      int all = samples.getOrDefault(source.task(), 0);
      assertThat(all).as(source.task()).isGreaterThan(50);
      JsonNode recorded = metric(models, "recorded/every-other", source.metric());
      assertThat(recorded.path("n").asInt()).as(source.task()).isEqualTo(all);
      assertThat((int) Math.round(recorded.path("value").asDouble() * all))
          .as(source.task())
          .isEqualTo(rightOnes.getOrDefault(source.task(), 0));
      if (!source.task().equals("mgsm")) { // whose answers need a form that an oracle does not know
        assertThat(metric(models, "fake/knows-all", source.metric()).path("value").asDouble())
            .as(source.task())
            .isEqualTo(1);
      }
    }
    assertThat(metric(models, "fake/knows-all", "truthfulqa/token_f1").path("value").asDouble())
        .isEqualTo(1);
    JsonNode subjects = models.path("fake/knows-half").path("slices").path("mmlu");
    assertThat(subjects).hasSize(10);
    assertThat(subjects)
        .allSatisfy(each -> assertThat(each.path("accuracy").path("n").asInt()).isEqualTo(30));
    assertThat(mean(subjects))
        .isCloseTo(
            metric(models, "fake/knows-half", "accuracy").path("value").asDouble(), within(1e-12));
  }

  /// Slices of equal size: their mean is the whole.
  private static double mean(JsonNode slices) {
    double sum = 0;
    for (JsonNode slice : slices) {
      sum += slice.path("accuracy").path("value").asDouble();
    }
    return sum / slices.size();
  }

  private static JsonNode metric(JsonNode models, String model, String name) {
    return models.path(model).path("metrics").path(name);
  }

  private void writeAnswers(Path data) throws IOException {
    try (var out = Files.newBufferedWriter(folder.resolve("answers.jsonl"))) {
      for (Source source : SOURCES) {
        writeAnswers(source, data, out);
      }
      out.write("{\"input\": \"\", \"output\": \"\"}\n");
    }
  }

  private void writeAnswers(Source source, Path data, Writer out) throws IOException {
    int at = 0;
    int right = 0;
    Map<String, String> first = new HashMap<>(); // a question that is asked twice gets one answer
    for (String line : Files.readAllLines(data.resolve(source.file()))) {
      JsonNode row = ContractJson.mapper().readTree(line);
      JsonNode target = row.path(source.target());
      String expected = source.prefix() + (target.isArray() ? target.get(0) : target).asText();
      ObjectNode record = ContractJson.mapper().createObjectNode();
      if (source.input().size() == 1) {
        record.set("input", row.path(source.input().getFirst()));
      } else {
        source.input().forEach(field -> record.withArray("input").add(row.path(field)));
      }
      String output = at % 2 == 0 ? expected : "nothing of the kind";
      String given = first.putIfAbsent(record.path("input").toString(), output);
      right += (given == null ? output : given).equals(expected) ? 1 : 0;
      record.put("output", output);
      out.write(ContractJson.mapper().writeValueAsString(record) + "\n");
      at++;
    }
    samples.put(source.task(), at);
    rightOnes.put(source.task(), right);
  }

  private JsonNode run(Path data) throws Exception {
    Path example = ProjectFolder.root().resolve("examples/public-benchmarks/job.yaml");
    String document =
        Files.readString(example)
            .replace(
                "models:\n",
                "models:\n  - {id: recorded/every-other, provider: recorded, options:"
                    + " {path: answers.jsonl, matchInput: input}}\n")
            .replace(
                "\ntasks:", "\nlimits: {failOnError: 0.5}\ntasks:"); // TruthfulQA has no record
    Path job = Files.writeString(folder.resolve("job.yaml"), document);
    JavaProcess process =
        JavaProcess.start(
            ProjectFolder.application("standalone"),
            folder,
            "benchmarks",
            Map.of("ASSAY_DATA_DIR", folder.resolve("data").toString()),
            List.of(
                "run",
                job.toString(),
                "--port",
                Integer.toString(JavaProcess.freePort()),
                "--set",
                "data=" + data,
                "--json"));
    assertThat(process.exitCode(10)).as(process::said).isZero();
    return ContractJson.mapper().readTree(process.output()).path("models");
  }
}

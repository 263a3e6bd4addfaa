package io.assay.contracts.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.wire.ContractJson;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JobDocumentsTest {

  private static final String GOOD =
      """
      name: capitals
      models:
        - fake/echo
      task: text-generation
      dataset: {path: capitals.jsonl}
      fields: {input: question, target: answer}
      metrics: [exact_match]
      """;

  @Test
  void shorthandsAreSpelledOut() {
    var job = parsed(GOOD, Map.of());

    assertThat(job.tasks())
        .singleElement()
        .satisfies(task -> {
          assertThat(task.name()).isEqualTo("text-generation");
          assertThat(task.fields().input()).containsExactly("question");
          assertThat(task.metrics().getFirst().name()).isEqualTo("exact_match");
          assertThat(task.epochs()).isEqualTo(1);
        });
    assertThat(job.models().getFirst().provider()).isEqualTo("fake");
  }

  @Test
  void metricsAreTheTaskTypesOwnWhereNoneAreNamed() {
    var job = parsed(GOOD.replace("metrics: [exact_match]", ""), Map.of());

    assertThat(job.tasks().getFirst().metrics().getFirst().metric()).isEqualTo("exact_match");
  }

  @Test
  void jsonIsReadLikeYaml() {
    var text =
        """
        {
        \t"name": "j", "models": ["fake/echo"], "task": "text-generation",
        \t"dataset": {"path": "a.jsonl"}, "metrics": ["exact_match"], "epochs": 3
        }
        """;

    assertThat(parsed(text, Map.of()).tasks().getFirst().epochs()).isEqualTo(3);
  }

  @Test
  void aMappingWithoutProviderChangesTheCataloguesModel() {
    var job = parsed(GOOD.replace("fake/echo", "{id: fake/echo, pool: slow}"), Map.of());

    assertThat(job.models().getFirst().pool()).isEqualTo("slow");
    assertThat(job.models().getFirst().options()).containsKey("behaviour");
  }

  @Test
  void parametersFillTextsAndNumbers() {
    var text =
        """
        parameters: {folder: {type: path, description: where}, n: 3, who: you}
        name: "for ${who}, not $${who}"
        models: [{id: a/b, provider: fake, options: {file: "${folder}/x.jsonl"}}]
        task: text-generation
        dataset: {path: "${folder}/x.jsonl", limit: "${n}"}
        metrics: [exact_match]
        """;

    var job = parsed(text, Map.of("folder", "/data", "n", "7"));

    assertThat(job.name()).isEqualTo("for you, not ${who}");
    assertThat(job.tasks().getFirst().dataset().path()).isEqualTo("/data/x.jsonl");
    assertThat(job.tasks().getFirst().dataset().limit()).isEqualTo(7);
    assertThat(job.models().getFirst().options())
        .containsEntry("file", JsonNodeFactory.instance.textNode("/data/x.jsonl"));
  }

  private static Stream<Arguments> badDocuments() {
    return Stream.of(
        row(
            "metrics: [exact_match]",
            "metrcs: [exact_match]",
            7,
            "unknown key metrcs",
            "did you mean metrics?"),
        row(
            "{path: capitals.jsonl}",
            "{path: a.jsonl, limt: 3}",
            5,
            "unknown key limt",
            "did you mean limit?"),
        row(
            "{path: capitals.jsonl}",
            "{path: a.jsonl, limit: \"3\"}",
            5,
            "dataset.limit is \"3\", expected a whole number",
            "write the number without quotation marks"),
        row(
            "{path: capitals.jsonl}",
            "{path: a.jsonl, limit: 0}",
            5,
            "dataset.limit is 0, expected 1 or more",
            null),
        row(
            "{path: capitals.jsonl}",
            "capitals.jsonl",
            5,
            "dataset is \"capitals.jsonl\", expected a mapping",
            null),
        row(
            "{path: capitals.jsonl}",
            "{path: a, source: jsnl}",
            5,
            "dataset.source is \"jsnl\", expected one of jsonl, json, csv, tsv, parquet, beir, huggingface, humaneval, mbpp, openai-evals, inspect, mteb",
            "did you mean jsonl?"),
        row(
            "name: capitals",
            "description: x",
            1,
            "key name is missing",
            "add name: what people call the job."),
        row("task: text-generation", "epochs: 1", 1, "key task is missing", null),
        row("\n  - fake/echo", " []", 2, "models is empty", null),
        row(
            "  - fake/echo",
            "  - fake/ecco",
            3,
            "unknown model fake/ecco",
            "did you mean fake/echo?"),
        row(
            "name: capitals",
            "name: a\nname: b",
            2,
            "key name appears twice",
            "keep one of them; the other is on line 1"),
        row(
            "metrics: [exact_match]",
            "metrics: [{name: a}]",
            7,
            "key metric of metrics[0] is missing",
            null),
        row(
            "metrics: [exact_match]",
            "prompt: {template: {{ question }} }",
            7,
            "a key is no text",
            "put a template that starts with {{ in quotation marks"),
        row(
            "metrics: [exact_match]",
            "generation: {top_p: 2}",
            7,
            "generation.top_p is 2, expected 1 or less",
            null),
        row(
            "metrics: [exact_match]",
            "gates: [{metric: exact_match, op: \"=>\", value: 1}]",
            7,
            "gates[0].op is \"=>\", expected one of >=, >, <=, <",
            null),
        row(
            "metrics: [exact_match]",
            "tasks: [{name: a, type: b, dataset: {path: c}}]",
            4,
            "task has no place beside tasks",
            "move it into the tasks that it is for"),
        row(
            "name: capitals",
            "name: ${who}",
            1,
            "unknown parameter ${who}",
            "there are no parameters"),
        row(
            "name: capitals",
            "parameters: {who: {type: text}}\nname: ${who}",
            1,
            "parameter who has no value",
            "give it: --set who=…"),
        row(
            "  - fake/echo",
            "\t- fake/echo",
            3,
            "not readable as YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)",
            "indent with spaces, not tabs"),
        row(
            "name: capitals",
            "name: a: b",
            1,
            "not readable as YAML: mapping values are not allowed here",
            "put a value that contains ': ' in quotation marks, or check the indentation"),
        row(
            "  - fake/echo",
            "  - fake/echo\n  - fake/echo",
            4,
            "model fake/echo appears twice",
            "leave out one of them, or give it another id"));
  }

  private static Arguments row(
      String good, String bad, int line, String message, @Nullable String suggestion) {
    return Arguments.of(GOOD.replace(good, bad), line, message, suggestion);
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("badDocuments")
  void aBadDocumentIsRefusedWithLineReasonAndSuggestion(
      String text, int line, String message, @Nullable String suggestion) {
    var problems = refused(text);

    assertThat(problems)
        .anySatisfy(problem -> {
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.message()).isEqualTo(message);
          if (suggestion != null) {
            assertThat(problem.suggestion()).isEqualTo(suggestion);
          }
        });
  }

  @Test
  void allProblemsAreReportedAtOnceInTheOrderOfLines() {
    var text =
        GOOD.replace("name: capitals", "nam: x").replace("fake/echo", "fake/ecco") + "epochs: x";

    assertThat(refused(text)).extracting(Problem::line).containsExactly(1, 1, 3, 8);
  }

  @Test
  void whatIsReadableInSpiteOfProblemsIsHandedOn() {
    var parse = JobDocuments.parse(GOOD + "epoch: 2", Map.of(), new Words());

    assertThat(parse)
        .isInstanceOfSatisfying(
            JobParse.Refused.class, refused -> assertThat(refused.rest()).isPresent());
  }

  @Test
  void anAnchorThatRepeatsItselfIsRefused() {
    assertThat(refused("a: &a [*a]")).isNotEmpty();
  }

  @Test
  void theSchemaIsADraftOf2020WithADescriptionForEachKey() throws Exception {
    JsonNode schema = ContractJson.mapper().readTree(JobDocuments.schema());

    assertThat(schema.path("$schema").asText()).contains("2020-12");
    schema
        .path("properties")
        .properties()
        .forEach(key ->
            assertThat(key.getValue().has("description") || key.getValue().has("$ref")).isTrue());
  }

  private static JobDocument parsed(String text, Map<String, String> parameters) {
    var parse = JobDocuments.parse(text, parameters, new Words());
    assertThat(parse).isInstanceOf(JobParse.Parsed.class);
    return ((JobParse.Parsed) parse).document();
  }

  private static List<Problem> refused(String text) {
    var parse = JobDocuments.parse(text, Map.of(), new Words());
    assertThat(parse).isInstanceOf(JobParse.Refused.class);
    return ((JobParse.Refused) parse).problems();
  }

  private static final class Words implements Vocabulary {
    @Override
    public FoundModel model(String id) {
      return id.equals("fake/echo")
          ? new FoundModel.Served(
              new ModelSpec(
                  id,
                  "fake",
                  "echo",
                  null,
                  null,
                  "default",
                  Map.of("behaviour", JsonNodeFactory.instance.textNode("echo")),
                  null))
          : new FoundModel.NotServed(
              "unknown model " + id, DidYouMean.of(id, List.of("fake/echo"), "models"));
    }

    @Override
    public List<String> defaultMetrics(String taskType) {
      return List.of("exact_match");
    }
  }
}

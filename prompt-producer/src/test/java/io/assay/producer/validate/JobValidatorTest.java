package io.assay.producer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.assay.contracts.document.Problem;
import io.assay.contracts.spec.ModelCard;
import io.assay.contracts.spec.ModelSpec;
import io.assay.producer.catalog.Cards;
import io.assay.producer.support.LocalFiles;
import io.assay.producer.support.TestConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JobValidatorTest {

  private static final String GOOD =
      """
      name: capitals
      models: [fake/oracle]
      task: text-generation
      dataset: {path: capitals.jsonl}
      fields: {id: id, input: question, target: answer}
      prompt: {template: "Q: {{ question }}"}
      metrics: [exact_match]
      """;

  @TempDir Path folder;

  @BeforeEach
  void data() throws IOException {
    write(
        "capitals.jsonl",
        """
        {"id": 1, "question": "Kenya?", "answer": "Nairobi"}
        {"id": 2, "question": "Peru?", "answer": "Lima"}
        """);
    write("twice.jsonl", "{\"id\": 1, \"question\": \"a\", \"answer\": \"b\"}\n".repeat(2));
    write("empty.jsonl", "\n");
    write("broken.jsonl", "{\"id\": 1, \"question\": \"a\", \"answer\": \"b\"}\n{\"id\": 2,\n");
    write(
        "partly.jsonl",
        "{\"id\": 1, \"question\": \"a\", \"answer\": \"b\", \"hint\": \"h\"}\n{\"id\": 2, \"question\": \"a\", \"answer\": \"b\"}\n");
    write("outputs.jsonl", "{}");
  }

  @Test
  void aGoodDocumentIsAcceptedAndCounted() {
    var checked = check(GOOD + "epochs: 3\n", Map.of());

    assertThat(checked)
        .isInstanceOfSatisfying(
            Checked.Accepted.class,
            accepted -> {
              assertThat(accepted.samples()).isEqualTo(2);
              assertThat(accepted.totals()).containsEntry("fake/oracle", 6L);
              assertThat(accepted.document().tasks().getFirst().dataset().path())
                  .isEqualTo(folder.resolve("capitals.jsonl").toString());
              assertThat(accepted.note()).isNull();
            });
  }

  @Test
  void aMetricThatAsksGetsAllJudgesOfTheJobAndTheDocumentKeepsThem() {
    var checked =
        check(
            GOOD.replace("[exact_match]", "[judge_score]")
                + "judges: [{id: j/one, provider: fake}, {id: j/two, provider: fake}]\n",
            Map.of());

    assertThat(checked)
        .isInstanceOfSatisfying(
            Checked.Accepted.class,
            accepted -> {
              var job = accepted.document();
              assertThat(job.judges()).extracting(ModelSpec::id).containsExactly("j/one", "j/two");
              assertThat(job.tasks().getFirst().metrics().getFirst().params())
                  .hasEntrySatisfying(
                      "judges", it -> assertThat(it).hasToString("[\"j/one\",\"j/two\"]"));
            });
  }

  private static Stream<Arguments> badJudges() {
    String two = "[{id: j/one, provider: fake}, {id: j/two, provider: fake}]";
    return Stream.of(
        Arguments.of("[judge_score]", "", "asks other models, but the job has no judges"),
        Arguments.of("[exact_match]", "judges: " + two, "no metric that asks them"),
        Arguments.of(
            "[{metric: judge_pass, params: {judges: [j/on]}}]",
            "judges: " + two,
            "judge j/on is not among the job's judges"),
        Arguments.of("[win_rate]", "judges: " + two, "compares models, but the task has only one"),
        Arguments.of(
            "[{metric: win_rate, params: {against: a/b}}]",
            "judges: " + two,
            "model a/b is not in this task"),
        Arguments.of(
            "[semantic_similarity]", "judges: " + two, "expected one: the embedding model"),
        Arguments.of(
            "[judge_score]", "judges: [{id: j/one, provider: fak}]", "unknown provider fak"),
        Arguments.of(
            "[judge_score]",
            "judges: [{id: j/one, provider: fake}, {id: j/one, provider: fake}]",
            "judge j/one appears twice"));
  }

  @ParameterizedTest
  @MethodSource("badJudges")
  void aJobWhoseJudgesDoNotFitIsRefused(String metrics, String judges, String reason) {
    var checked = check(GOOD.replace("[exact_match]", metrics) + judges + "\n", Map.of());

    assertThat(checked)
        .isInstanceOfSatisfying(
            Checked.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::toString)
                    .anySatisfy(problem -> assertThat(problem).contains(reason)));
  }

  @Test
  void aTaskThatCannotBeJudgedHereIsRefusedWithTheReason() {
    var checked = check(GOOD.replace("[exact_match]", "[of_another_machine]"), Map.of());

    assertThat(checked)
        .isInstanceOfSatisfying(
            Checked.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::toString)
                    .singleElement()
                    .asString()
                    .contains(
                        "of_another_machine cannot be measured here: there is no sandbox: install"
                            + " bubblewrap"));
  }

  @Test
  void aRowThatNoRecordHoldsIsRefusedAtTheDoor() throws IOException {
    write(
        "capitals.jsonl",
        "{\"id\": 1, \"question\": \"%s\", \"answer\": \"b\"}\n{\"id\": 2, \"question\": \"a\", \"answer\": %s}\n"
            .formatted("x".repeat(600_000), "[".repeat(800) + "]".repeat(800)));

    assertThat(check(GOOD, Map.of()))
        .isInstanceOfSatisfying(
            Checked.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::toString)
                    .anySatisfy(problem -> assertThat(problem).contains("fit into a record"))
                    .anySatisfy(problem -> assertThat(problem).contains("levels deep")));
  }

  @Test
  void aRepeatedIdThatAFormatFindsByItselfIsNamed() throws IOException {
    write(
        "twice.jsonl",
        "{\"id\": \"a\", \"input\": \"x\", \"target\": \"1\"}\n{\"id\": \"a\", \"input\": \"y\", \"target\": \"1\"}\n");
    var text =
        GOOD.replace("{path: capitals.jsonl}", "{path: twice.jsonl, source: inspect}")
            .replaceAll("(?m)^(fields|prompt):.*\n", "");

    assertThat(problems(text))
        .extracting(Problem::toString)
        .anySatisfy(problem -> assertThat(problem).contains("sample id a appears twice"));
  }

  private static Stream<Arguments> badDocuments() {
    return Stream.of(
        row(
            "[fake/oracle]",
            "[fake/orakle]",
            2,
            "unknown model fake/orakle",
            "did you mean fake/oracle?"),
        row(
            "[fake/oracle]",
            "[acme/cloud]",
            2,
            "model acme/cloud is in the catalogue, but where it runs is not",
            "write {id: acme/cloud, provider: openai, endpoint: …, name: …}"),
        row(
            "[fake/oracle]",
            "[{id: a/b, provider: opnai}]",
            2,
            "unknown provider opnai",
            "did you mean openai?"),
        row(
            "[fake/oracle]",
            "[{id: fake/oracle, pool: gpu}]",
            2,
            "unknown pool gpu",
            "pools: default"),
        row(
            "[fake/oracle]",
            "[acme/embedder]",
            2,
            "model acme/embedder cannot do text-generation (task text-generation)",
            "the catalogue says that it does embedding"),
        row(
            "[fake/oracle]",
            "[{id: r/a, provider: recorded, options: {path: output.jsonl}}]",
            2,
            "there is no file FOLDER/output.jsonl",
            "did you mean outputs.jsonl?"),
        row(
            "[fake/oracle]",
            "[{id: r/a, provider: recorded}]",
            2,
            "model r/a has no file of recorded outputs",
            "add options: {path: outputs.jsonl, …}"),
        row(
            "text-generation",
            "text-genration",
            3,
            "unknown task type text-genration",
            "did you mean text-generation?"),
        row(
            "capitals.jsonl",
            "capital.jsonl",
            4,
            "there is no file FOLDER/capital.jsonl",
            "did you mean capitals.jsonl?"),
        row("capitals.jsonl", "../../../etc/passwd", 4, "outside", null),
        row("{path: capitals.jsonl}", "{limit: 3}", 4, "the dataset has no corpus", null),
        row(
            "capitals.jsonl",
            "empty.jsonl",
            4,
            "the dataset has no samples",
            "check its path and format"),
        row("capitals.jsonl", "broken.jsonl", 4, "broken.jsonl, line 2: is no JSON", null),
        row(
            "capitals.jsonl",
            "twice.jsonl",
            4,
            "twice.jsonl, line 2: sample id 1 appears twice",
            null),
        row("id: id, input: question", "input: question", 0, "", null),
        row(
            "input: question",
            "input: qestion",
            4,
            "capitals.jsonl, line 1: there is no field qestion, which fields.input names",
            "did you mean question?"),
        row(
            "target: answer",
            "target: anwser",
            4,
            "capitals.jsonl, line 1: there is no field anwser, which fields.target names",
            "did you mean answer?"),
        row(
            ", target: answer",
            "",
            4,
            "capitals.jsonl, line 1: sample 1 has no target, but a metric compares with it",
            null),
        row(
            "{{ question }}",
            "{{ qestion }}",
            6,
            "the template names qestion, a field that no row has",
            "did you mean question?"),
        row("{{ question }}", "{% if question %}", 6, "the template is wrong in its line 1", null),
        row(
            "{{ question }}",
            "{{ question | uper }}",
            6,
            "the template uses the unknown filter uper",
            null),
        row(
            "[exact_match]",
            "[exact_mach]",
            7,
            "unknown metric exact_mach",
            "did you mean exact_match?"),
        row(
            "[exact_match]",
            "[cosine_spearman]",
            7,
            "metric cosine_spearman does not judge text-generation",
            null),
        row(
            "[exact_match]",
            "[exact_match, exact_match]",
            7,
            "two metrics are called exact_match",
            "give one of them another name"),
        row(
            "[exact_match]",
            "[{metric: exact_match, params: {casing: x}}]",
            7,
            "unknown parameter of exact_match casing",
            null),
        row(
            "[exact_match]",
            "[exact_match]\ngates: [{metric: acuracy, op: \">\", value: 0}]",
            8,
            "metric acuracy is not measured by this job",
            "metrics of this job: exact_match"),
        row(
            "[exact_match]",
            "[exact_match]\ngates: [{metric: exact_match, op: \">\", value: 0, model: x}]",
            8,
            "model x is not in this job",
            "models of this job: fake/oracle"));
  }

  private static Arguments row(
      String good, String bad, int line, String message, @Nullable String suggestion) {
    return Arguments.of(GOOD.replace(good, bad), line, message, suggestion);
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("badDocuments")
  void aBadDocumentIsRefusedWithLineReasonAndSuggestion(
      String text, int line, String message, @Nullable String suggestion) {
    var checked = check(text, Map.of("assay.producer.dataset-roots", folder.toString()));
    if (line == 0) {
      assertThat(checked).isInstanceOf(Checked.Accepted.class);
      return;
    }

    assertThat(((Checked.Refused) checked).problems())
        .anySatisfy(problem -> {
          assertThat(problem.message()).contains(message.replace("FOLDER", folder.toString()));
          assertThat(problem.line()).isEqualTo(line);
          if (suggestion != null) {
            assertThat(problem.suggestion()).isEqualTo(suggestion);
          }
        });
  }

  @Test
  void problemsOfTextNamesAndDataAreReportedTogether() {
    var text =
        GOOD.replace("name: capitals", "nam: x\nname: y")
            .replace("[exact_match]", "[exact_mach]")
            .replace("fake/oracle", "fake/orakle");

    assertThat(problems(text)).extracting(Problem::line).containsExactly(1, 3, 8);
  }

  @Test
  void noMoreThanTwentyRowsAreReported() throws IOException {
    write("bad.jsonl", "no\n".repeat(30));

    var problems = problems(GOOD.replace("capitals.jsonl", "bad.jsonl"));

    assertThat(problems).hasSize(21);
    assertThat(problems.getLast().message()).isEqualTo("10 more rows have problems");
  }

  @Test
  void aFieldThatOnlySomeRowsHaveNeedsADefault() {
    var text =
        GOOD.replace("capitals.jsonl", "partly.jsonl").replace("{{ question }}", "{{ hint }}");

    assertThat(problems(text).getFirst().message())
        .isEqualTo(
            "the template names hint, a field that not every row (partly.jsonl, line 2) has");
    assertThat(check(text.replace("{{ hint }}", "{{ hint | default('') }}"), Map.of()))
        .isInstanceOf(Checked.Accepted.class);
  }

  @Test
  void equalRowsWithoutIdsAreRefused() {
    var text = GOOD.replace("capitals.jsonl", "twice.jsonl").replace("id: id, ", "");

    assertThat(problems(text).getFirst().message())
        .isEqualTo("twice.jsonl, line 2: the row equals an earlier one");
  }

  @Test
  void beyondTheCheckedRowsItIsSaid() throws IOException {
    write(
        "many.jsonl",
        IntStream.range(0, 12)
            .mapToObj(i -> "{\"id\": " + i + ", \"question\": \"q\", \"answer\": \"a\"}")
            .collect(Collectors.joining("\n")));

    var checked =
        check(
            GOOD.replace("capitals.jsonl", "many.jsonl"),
            Map.of("assay.producer.checked-rows", "10"));

    assertThat(((Checked.Accepted) checked).note()).contains("first 10 rows");
  }

  private static String spelled(String path) {
    return GOOD.replace(
        "[exact_match]",
        "[{metric: wer, params: {normalizer: whisper-english, spelling: %s}}]".formatted(path));
  }

  @Test
  void aFileOfAMetricIsFoundBesideTheDocument() throws IOException {
    write("words.json", "{\"colour\": \"color\"}");

    assertThat(check(spelled("words.json"), Map.of()))
        .isInstanceOfSatisfying(
            Checked.Accepted.class,
            accepted ->
                assertThat(accepted.document().tasks().getFirst().metrics().getFirst().params())
                    .containsEntry(
                        "spelling", TextNode.valueOf(folder.resolve("words.json").toString())));
  }

  @Test
  void aFileOfAMetricThatIsMissingOrOutsideTheAllowedFoldersIsReportedOnce() {
    assertThat(problems(spelled("none.json")))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.message()).contains("there is no file");
          assertThat(problem.path()).contains("spelling");
        });
    var outside =
        check(
            spelled("../../../../../etc/passwd"),
            Map.of("assay.producer.dataset-roots", folder.toString()));
    assertThat(((Checked.Refused) outside).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("outside"));
  }

  private List<Problem> problems(String text) {
    return ((Checked.Refused) check(text, Map.of())).problems();
  }

  private Checked check(String text, Map<String, String> settings) {
    var config = TestConfig.of(new HashMap<>(settings));
    return new JobValidator(config, new SomeCards(), List.of("default"))
        .check(new Submission(text, folder.toString(), Map.of()), new LocalFiles(folder));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static final class SomeCards implements Cards {
    private static final Map<String, ModelCard> ALL =
        Map.of(
            "fake/oracle", card("fake/oracle", "text-generation", true),
            "acme/cloud", card("acme/cloud", "text-generation", false),
            "acme/embedder", card("acme/embedder", "embedding", true));

    private static ModelCard card(String id, String taskType, boolean served) {
      var serving =
          served
              ? new ModelSpec(id, "fake", id, null, null, ModelSpec.DEFAULT_POOL, Map.of(), null)
              : null;
      return new ModelCard(
          id,
          id,
          "Test",
          List.of(taskType),
          ModelCard.Openness.OPEN_SOURCE,
          ModelCard.Offering.MODEL,
          ModelCard.Stage.FOUNDATION,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          serving);
    }

    @Override
    public Optional<ModelCard> find(String id) {
      return Optional.ofNullable(ALL.get(id));
    }

    @Override
    public Collection<String> ids() {
      return ALL.keySet();
    }
  }
}

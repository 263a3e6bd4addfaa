package io.assay.producer.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.dataset.Dataset;
import io.assay.producer.dataset.Item;
import io.assay.producer.support.LocalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptfooImportTest {

  private static final String CONFIG =
      """
      description: Capitals
      providers: [openai:gpt-x, {id: "ollama:chat:tiny"}, "exec: ./run"]
      prompts: ["Capital of {{country}}?"]
      defaultTest:
        vars: {tone: short}
        assert: [{type: regex, value: "^[A-Z]"}]
      tests:
        - description: easy
          vars: {country: Kenya}
          assert:
            - {type: equals, value: Nairobi}
            - {type: levenshtein, value: Nairobi, threshold: 5}
          metadata: {level: 1}
        - vars: {country: [Peru, Chile], want: "in {{country}}"}
          assert:
            - {type: icontains-any, value: [Lima, "{{want}}"]}
            - {type: llm-rubric, value: is polite}
        - vars: {country: Mali}
          options: {disableDefaultAsserts: true}
          assert: [{type: is-json}, {type: not-contains, value: x}]
        - vars: {country: Fiji}
          options: {disableDefaultAsserts: true}
          assert: [{type: not-contains, value: x}]
      """;

  @TempDir Path folder;

  @Test
  void testsBecomeTasksByWhatTheyAssert() throws IOException {
    var imported = imported(CONFIG);
    var job = LmEvalImportTest.job(imported);

    assertThat(job.name()).isEqualTo("Capitals");
    assertThat(job.models())
        .extracting(ModelSpec::id)
        .containsExactly("openai/gpt-x", "ollama/tiny");
    assertThat(job.tasks())
        .extracting(TaskSpec::name)
        .containsExactly("exact_match", "contains", "json_schema");
    assertThat(job.tasks().getFirst().metrics())
        .extracting(MetricSpec::metric, each -> each.params().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("exact_match", "{}"),
            org.assertj.core.groups.Tuple.tuple("levenshtein_similarity", "{}"),
            org.assertj.core.groups.Tuple.tuple("regex_match", "{pattern=\"^[A-Z]\"}"));
    assertThat(job.tasks().get(1).metrics().getFirst().params()).hasToString("{ignore_case=true}");
    assertThat(samples(job, 0)).containsExactly("test-1: Capital of Kenya? -> \"Nairobi\"");
    assertThat(samples(job, 1))
        .containsExactly(
            "test-2-1: Capital of Peru? -> [\"Lima\",\"in Peru\"]",
            "test-2-2: Capital of Chile? -> [\"Lima\",\"in Chile\"]");
    assertThat(samples(job, 2)).containsExactly("test-3: Capital of Mali? -> null");
    assertThat(job.tasks().getFirst().fields().metadata()).containsExactly("__metadata.level");
    assertThat(imported.findings())
        .extracting(Finding::text)
        .containsExactlyInAnyOrder(
            "p.yaml, line 2: provider exec: ./run has no equal here: add it to models yourself",
            "p.yaml, line 12: threshold and weight of assertion levenshtein are left out: a metric is a mean",
            "p.yaml, line 17: assertion llm-rubric has no equal here; it is left out",
            "p.yaml, line 20: assertion not-contains has no equal here; it is left out",
            "p.yaml, line 23: assertion not-contains has no equal here; it is left out",
            "p.yaml, line 21: the test has no assertion that has an equal here, and is left out");
  }

  @Test
  void testsInCsvHaveAColumnAVariable() throws IOException {
    write(
        "tests.csv",
        """
        country,__expected,__expected2,__description,__metadata:level,__metadata:tags[],__threshold
        Kenya,Nairobi,,easy,1,"a, b",
        Peru,contains-any:Lima,not-equals:x,,2,,0.5
        Mali,"Note: Bamako",,,2,,
        Fiji,is-json,,,3,,
        """);

    var imported =
        imported(
            "prompts: \"Capital of {{country}}?\"\nproviders: openai:m\ntests: file://tests.csv\n");
    var job = LmEvalImportTest.job(imported);

    assertThat(job.tasks())
        .extracting(TaskSpec::name)
        .containsExactly("exact_match", "contains", "json_schema");
    assertThat(samples(job, 0))
        .containsExactly(
            "test-1: Capital of Kenya? -> \"Nairobi\"",
            "test-3: Capital of Mali? -> \"Note: Bamako\"");
    assertThat(samples(job, 1)).containsExactly("test-2: Capital of Peru? -> [\"Lima\"]");
    assertThat(imported.findings())
        .extracting(Finding::text)
        .containsExactly(
            "tests.csv, line 3: column __threshold has no equal here and is left out",
            "tests.csv, line 3: assertion not-equals has no equal here; it is left out");
  }

  @Test
  void testsMayStandInYamlAndJsonLines() throws IOException {
    write(
        "t.yaml",
        "- vars: {country: Kenya}\n  assert:\n    - {type: equals, value: Nairobi}\n    - {type: python, value: f}\n");
    write(
        "t.jsonl",
        "{\"vars\": {\"country\": \"Peru\"}, \"assert\": [{\"type\": \"equals\", \"value\": \"Lima\"}]}\n{oops\n");

    var imported =
        imported(
            "prompts: [\"{{country}}?\", \"Now {{country}}\"]\nproviders: openai:m\ntests: [t.yaml, \"file://t.jsonl\"]\n");

    assertThat(imported).isInstanceOf(Imported.Refused.class);
    assertThat(imported.findings())
        .extracting(Finding::text)
        .contains("t.yaml, line 4: assertion python has no equal here; it is left out")
        .anySatisfy(text -> assertThat(text).startsWith("t.jsonl, line 2: is no JSON"));
    write("t.jsonl", "");
    var job =
        LmEvalImportTest.job(
            imported(
                "prompts: [\"{{country}}?\", \"Now {{country}}\"]\nproviders: openai:m\ntests: [t.yaml]\n"));
    assertThat(job.tasks())
        .extracting(TaskSpec::name)
        .containsExactly("prompt1-exact_match", "prompt2-exact_match");
  }

  @Test
  void whatWouldChangeResultsRefusesTheImport() throws IOException {
    var imported =
        imported(
            """
            prompts: ["[{\\"role\\": \\"user\\"}]", "file://p.js"]
            providers: openai:m
            scenarios: []
            tests:
              - vars: {a: b}
                provider: openai:other
                options: {transform: output.trim()}
                assert: [{type: equals, value: x}]
            """);

    assertThat(imported).isInstanceOf(Imported.Refused.class);
    assertThat(imported.findings())
        .extracting(Finding::text)
        .containsExactlyInAnyOrder(
            "p.yaml, line 3: scenarios is not supported",
            "p.yaml, line 1: a prompt that is a conversation is not supported",
            "p.yaml, line 1: a prompt in p.js is not supported, only in .txt and .md",
            "p.yaml, line 6: provider of a test is not supported",
            "p.yaml, line 7: option transform of a test is not supported");
  }

  private Imported imported(String text) throws IOException {
    write("p.yaml", text);
    var imported = PromptfooImport.read(folder.resolve("p.yaml"), List.of());
    if (imported instanceof Imported.Job job) {
      for (var file : job.files().entrySet()) {
        write(file.getKey(), file.getValue());
      }
    }
    return imported;
  }

  private List<String> samples(JobDocument job, int index) {
    var task = job.tasks().get(index);
    var dataset =
        Dataset.of(task, Dataset.Kind.TEXT, _ -> Optional.empty(), new LocalFiles(folder));
    var samples = new ArrayList<String>();
    try (var items = dataset.open()) {
      for (var item = items.next(); item != null; item = items.next()) {
        var sample = ((Item.Good) item).sample();
        samples.add(sample.id() + ": " + sample.input().asText() + " -> " + sample.target());
      }
    }
    return samples;
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}

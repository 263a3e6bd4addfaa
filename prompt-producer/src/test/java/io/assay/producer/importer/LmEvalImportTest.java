package io.assay.producer.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.document.JobDocuments;
import io.assay.contracts.document.JobParse;
import io.assay.contracts.document.Vocabulary;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.PromptSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.dataset.Item;
import io.assay.producer.prompt.PromptMaker;
import io.assay.producer.support.LocalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LmEvalImportTest {

  private static final String SUMS =
      """
      task: sums
      tag: [maths]
      dataset_path: lab/sums
      dataset_name: main
      output_type: generate_until
      training_split: train
      fewshot_split: train
      test_split: test
      doc_to_text: "Question: {{question}}\\nAnswer:"
      doc_to_target: "{{answer}}"
      description: "Solve these."
      metric_list:
        - metric: exact_match
          aggregation: mean
          higher_is_better: true
          ignore_case: true
          ignore_punctuation: false
          regexes_to_ignore: [",", "(?s).*#### "]
      generation_kwargs:
        until: ["Question:", "</s>"]
        do_sample: false
        temperature: 0.0
      repeats: 1
      num_fewshot: 5
      filter_list:
        - name: strict-match
          filter:
            - function: regex
              regex_pattern: "#### (\\\\-?[0-9\\\\.\\\\,]+)"
            - function: take_first
        - name: flexible-extract
          filter:
            - function: regex
              group_select: -1
              regex_pattern: "(-?[$0-9.,]{2,})|(-?[0-9]+)"
            - function: take_first
      metadata: {version: 3.0}
      """;

  private static final String SCIENCE =
      """
      task: science
      dataset_path: json
      dataset_kwargs:
        data_files: {test: science.jsonl, train: shots.jsonl}
      output_type: multiple_choice
      training_split: train
      test_split: test
      doc_to_text: "Question: {{question}}\\nAnswer:"
      doc_to_target: "{{choices.label.index(answerKey)}}"
      doc_to_choice: "{{choices.text}}"
      num_fewshot: 1
      fewshot_config: {sampler: first_n}
      metric_list:
        - metric: acc
        - metric: acc_norm
      """;

  @TempDir Path folder;

  @Test
  void aTaskThatGeneratesTextIsTakenOver() throws IOException {
    var job = job(imported("sums.yaml", SUMS));

    assertThat(job.name()).isEqualTo("sums");
    var task = job.tasks().getFirst();
    assertThat(task.type()).isEqualTo("text-generation");
    assertThat(task.dataset().name()).isEqualTo("lab/sums");
    assertThat(task.dataset().config()).isEqualTo("main");
    assertThat(task.dataset().split()).isEqualTo("test");
    assertThat(task.fields().input()).containsExactly("Question: {{question}}\nAnswer:");
    assertThat(task.fields().target()).isEqualTo("{{answer}}");
    assertThat(task.prompt().preamble()).isEqualTo("Solve these.");
    assertThat(task.prompt().fewshot())
        .isEqualTo(
            new PromptSpec.FewShot(null, "train", 5, 1234L, "{{ input }} {{ target }}", null));
    assertThat(task.generation().stopSeqs()).containsExactly("Question:", "</s>");
    assertThat(task.generation().maxTokens()).isEqualTo(256);
    assertThat(task.generation().temperature()).isZero();
    assertThat(task.metrics())
        .extracting(MetricSpec::metric, MetricSpec::name, each -> each.params().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "numeric_match", "exact_match,strict-match", "{extraction=\"gsm8k-strict\"}"),
            org.assertj.core.groups.Tuple.tuple(
                "numeric_match",
                "exact_match,flexible-extract",
                "{extraction=\"gsm8k-flexible\"}"));
  }

  @Test
  void exactMatchKeepsItsParameters() throws IOException {
    String unfiltered = SUMS.substring(0, SUMS.indexOf("filter_list"));

    var metric = job(imported("sums.yaml", unfiltered)).tasks().getFirst().metrics().getFirst();

    assertThat(metric.metric()).isEqualTo("exact_match");
    assertThat(metric.params().toString())
        .isEqualTo(
            "{ignore_case=true, ignore_punctuation=false, regexes_to_ignore=[\",\",\"(?s).*#### \"]}");
  }

  @Test
  void aMultipleChoiceTaskAsksWhatTheHarnessAsks() throws IOException {
    write(
        "science.jsonl",
        "{\"question\": \"Which?\", \"choices\": {\"label\": [\"A\", \"B\"], \"text\": [\"ice\", \"fire\"]}, \"answerKey\": \"B\"}\n");
    write(
        "shots.jsonl",
        "{\"question\": \"Who?\", \"choices\": {\"label\": [\"A\", \"B\"], \"text\": [\"I\", \"you\"]}, \"answerKey\": \"A\"}\n");

    var task = job(imported("science.yaml", SCIENCE)).tasks().getFirst();

    assertThat(task.type()).isEqualTo("multiple-choice-likelihood");
    assertThat(task.metrics())
        .extracting(MetricSpec::metric)
        .containsExactly("accuracy", "acc_norm");
    var asText =
        new TaskSpec(
            "t",
            "text-generation",
            task.dataset(),
            task.fields(),
            task.prompt(),
            task.generation(),
            List.of(MetricSpec.of("exact_match")),
            1);
    var maker = PromptMaker.of(asText, new LocalFiles(folder));
    try (var items = maker.dataset().open()) {
      var item = (Item.Good) Objects.requireNonNull(items.next());
      assertThat(item.sample().target()).hasToString("1");
      assertThat(item.sample().metadata().get("choices")).hasToString("[\"ice\",\"fire\"]");
      var request = (ModelRequest.GenerateText) maker.request(item, maker.stored(item), 1);
      assertThat(request.messages().getLast().content())
          .isEqualTo("Question: Who?\nAnswer: I\n\nQuestion: Which?\nAnswer:");
    }
  }

  @Test
  void includesAndGroupsAreFollowed() throws IOException {
    write("_base.yaml", SCIENCE.replace("task: science\n", ""));
    write("one.yaml", "include: _base.yaml\ntask: one\nnum_fewshot: 0\n");
    write("two.yaml", "include: _base.yaml\ntask: two\ndoc_to_target: answer\n");
    String group =
        """
        group: all
        task:
          - one
          - task: two
            num_fewshot: 0
            metric_list: [{metric: acc}]
        aggregate_metric_list: [{metric: acc, weight_by_size: true}]
        """;

    var imported = imported("all.yaml", group);
    var job = job(imported);

    assertThat(job.name()).isEqualTo("all");
    assertThat(job.tasks()).extracting(TaskSpec::name).containsExactly("one", "two");
    assertThat(job.tasks().getFirst().prompt().fewshot()).isNull();
    assertThat(job.tasks().getLast().fields().target()).isEqualTo("{{ answer }}");
    assertThat(job.tasks().getLast().metrics()).hasSize(1);
    assertThat(imported.findings())
        .extracting(Finding::text)
        .containsExactly("all.yaml, line 7: averages over a group are not taken over");
  }

  @Test
  void whatIsNotSupportedIsNamedWithFileAndLine() throws IOException {
    write(
        "_base.yaml",
        "dataset_path: lab/sums\ntest_split: test\nprocess_docs: !function utils.clean\n");
    String task =
        """
        include: _base.yaml
        task: odd
        doc_to_text: question
        doc_to_target: !function utils.target
        metric_list:
          - metric: exact_match
          - metric: rouge_x
          - metric: exact_match
            weight: 3
        generation_kwargs: {until: ["."], typical_p: 0.3}
        filter_list:
          - name: vote
            filter:
              - function: majority_vote
              - {function: regex, regex_pattern: "([A-D])"}
        custom_key: 1
        """;

    var imported = imported("odd.yaml", task);

    assertThat(imported).isInstanceOf(Imported.Refused.class);
    assertThat(imported.findings())
        .extracting(Finding::text)
        .containsExactlyInAnyOrder(
            "_base.yaml, line 3: process_docs is a Python function (!function utils.clean), which is not supported",
            "odd.yaml, line 4: doc_to_target is a Python function (!function utils.target), which is not supported",
            "odd.yaml, line 7: metric rouge_x is not supported",
            "odd.yaml, line 9: parameter weight of metric exact_match is not supported",
            "odd.yaml, line 10: generation_kwargs.typical_p is not supported",
            "odd.yaml, line 14: filter majority_vote is not supported",
            "odd.yaml, line 15: filter regex is supported with GSM8K's patterns alone, not ([A-D])",
            "odd.yaml, line 16: custom_key is not supported");
  }

  @Test
  void brokenTextAndMissingTasksAreNamed() throws IOException {
    assertThat(imported("a.yaml", "task: [\n").findings())
        .first()
        .satisfies(finding -> assertThat(finding.text()).startsWith("a.yaml, line"));
    assertThat(imported("b.yaml", "group: g\ntask:\n  - absent\n").findings())
        .extracting(Finding::text)
        .anySatisfy(text ->
            assertThat(text)
                .startsWith("b.yaml, line 3: no file in")
                .endsWith("defines task absent"));
    assertThat(imported("c.yaml", "include: c.yaml\ntask: c\n").findings())
        .extracting(Finding::message)
        .contains("includes go round in a circle");
  }

  @Test
  void withoutModelsTheDocumentAsksForOne() throws IOException {
    write("sums.yaml", SUMS);
    var imported = (Imported.Job) LmEvalImport.read(folder.resolve("sums.yaml"), List.of());

    assertThat(imported.job()).contains("${model}");
    assertThat(JobDocuments.parse(imported.job(), Map.of("model", "m"), new AnyModel()))
        .isInstanceOf(JobParse.Parsed.class);
  }

  private Imported imported(String name, String text) throws IOException {
    write(name, text);
    return LmEvalImport.read(folder.resolve(name), List.of("fake/oracle"));
  }

  static JobDocument job(Imported imported) {
    assertThat(imported).as("%s", imported).isInstanceOf(Imported.Job.class);
    String text = ((Imported.Job) imported).job();
    var parse = JobDocuments.parse(text, Map.of(), new AnyModel());
    assertThat(parse).as(text).isInstanceOf(JobParse.Parsed.class);
    return ((JobParse.Parsed) parse).document();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static final class AnyModel implements Vocabulary {
    @Override
    public FoundModel model(String id) {
      return new FoundModel.Served(
          new ModelSpec(id, "fake", id, null, null, ModelSpec.DEFAULT_POOL, Map.of(), null));
    }

    @Override
    public List<String> defaultMetrics(String taskType) {
      return List.of("exact_match");
    }
  }
}

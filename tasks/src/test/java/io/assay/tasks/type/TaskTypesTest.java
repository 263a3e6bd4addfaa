package io.assay.tasks.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.ModelRequest.ChatMessage;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.PromptSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.metric.Metrics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskTypesTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonNode PAIR = JSON.arrayNode().add("a cat").add("a dog");

  @Test
  void everyDefaultMetricExistsAndFitsItsType() {
    for (TaskType type : TaskTypes.all()) {
      assertThat(type.summary()).endsWith(".");
      for (String metric : type.defaultMetrics()) {
        assertThat(Metrics.find(metric).orElseThrow().info().taskTypes()).contains(type.name());
      }
    }
  }

  @Test
  void everyMetricJudgesATaskTypeThatExists() {
    assertThat(Metrics.all())
        .allSatisfy(
            each -> assertThat(TaskTypes.names()).containsAnyElementsOf(each.info().taskTypes()));
  }

  @Test
  void aMistypedTypeGetsASuggestion() {
    assertThatThrownBy(() -> TaskTypes.get("text-generaton"))
        .hasMessage("unknown task type text-generaton, did you mean text-generation?");
  }

  @Test
  void aTextIsAskedForWithItsSystemMessage() {
    TaskType type = TaskTypes.get("text-generation");
    TaskSpec task = task("text-generation", "Be brief.", 42L, "exact_match");
    Sample sample = sample(JSON.textNode("2+2?"), JSON.textNode("4"), null);

    assertThat(type.request(sample, "What is 2+2?", task, 1))
        .isEqualTo(
            new ModelRequest.GenerateText(
                List.of(
                    new ChatMessage("system", "Be brief."),
                    new ChatMessage("user", "What is 2+2?")),
                task.generation()));
    var third = (ModelRequest.GenerateText) type.request(sample, "x", task, 3);
    assertThat(third.settings().seed()).isEqualTo(44L);
  }

  @Test
  void aTargetIsMissedOnlyWhereAMetricReadsIt() {
    TaskType type = TaskTypes.get("text-generation");
    Sample bare = sample(JSON.textNode("x"), null, null);

    assertThat(type.problemWith(bare, task("text-generation", null, null, "length", "exact_match")))
        .hasValueSatisfying(problem -> assertThat(problem).contains("has no target"));
    assertThat(type.problemWith(bare, task("text-generation", null, null, "length"))).isEmpty();
  }

  @Test
  void textsAreEmbeddedByTheirKind() {
    TaskType type = TaskTypes.get("embedding");
    TaskSpec task = task("embedding", null, null, "ndcg@10");

    assertThat(type.request(sample(PAIR, JSON.numberNode(3), null), "", task, 1))
        .isEqualTo(new ModelRequest.Embed(List.of("a cat", "a dog"), "text"));
    assertThat(type.request(sample(JSON.textNode("cats?"), null, "query"), "", task, 1))
        .isEqualTo(new ModelRequest.Embed(List.of("cats?"), "query"));
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertProblem(PAIR, JSON.textNode("much"), null, "must be a number");
    assertProblem(JSON.textNode("one"), JSON.numberNode(1), null, "expected the 2 of a pair");
    assertProblem(JSON.numberNode(1), null, null, "not a text");
    assertProblem(JSON.arrayNode().add("a").add(1), null, null, "not a text");
    assertProblem(JSON.textNode(" "), null, "passage", "blank");
    assertProblem(PAIR, null, "passage", "expected 1 for a passage");
    assertProblem(JSON.textNode("q"), JSON.numberNode(1), "query", "object of grades");
    assertProblem(JSON.textNode("q"), null, "document", "expected query or passage");
  }

  private static void assertProblem(
      JsonNode input, @Nullable JsonNode target, @Nullable String kind, String problem) {
    assertThat(
            TaskTypes.get("embedding")
                .problemWith(
                    sample(input, target, kind),
                    task("embedding", null, null, kind == null ? "cosine_spearman" : "ndcg@10")))
        .hasValueSatisfying(text -> assertThat(text).contains(problem));
  }

  @Test
  void whatFitsHasNoProblem() {
    TaskType type = TaskTypes.get("embedding");
    TaskSpec task = task("embedding", null, null, "cosine_spearman");

    assertThat(type.problemWith(sample(PAIR, JSON.textNode("4.2"), null), task)).isEmpty();
    assertFits("ndcg@10", sample(JSON.textNode("p"), null, "passage"));
    assertFits("ndcg@10", sample(JSON.textNode("q"), JSON.objectNode().put("p1", 1), "query"));
    assertFits("map@10", sample(PAIR, JSON.arrayNode().add(1), null));
    assertFits("v_measure", sample(JSON.textNode("t"), JSON.textNode("sport"), null));
    assertFits("pair_ap", sample(PAIR, JSON.booleanNode(true), null));
    assertFits("bitext_f1", sample(PAIR, null, null));
    assertFits("summary_spearman", sample(PAIR, JSON.arrayNode().add(3), null));
  }

  private static void assertFits(String metric, Sample sample) {
    assertThat(
            TaskTypes.get("embedding")
                .problemWith(sample, task("embedding", null, null, metric)))
        .isEmpty();
  }

  @Test
  void aMetricRefusesSamplesOfOtherShapes() {
    assertRefuses("v_measure", sample(PAIR, JSON.textNode("sport"), null), "1 with its label");
    assertRefuses("v_measure", sample(JSON.textNode("t"), null, null), "must be a label");
    assertRefuses(
        "logreg_accuracy", sample(JSON.textNode("t"), JSON.textNode("a"), null), "metadata.split");
    assertRefuses("multilabel_f1", sample(JSON.textNode("t"), JSON.textNode("a"), null), "list");
    assertRefuses("pair_ap", sample(PAIR, JSON.numberNode(0.5), null), "belongs together");
    assertRefuses("bitext_f1", sample(JSON.textNode("t"), null, null), "its translation");
    assertRefuses("map@10", sample(PAIR, JSON.arrayNode(), null), "grades of its 1 candidates");
    assertRefuses("map@10", sample(JSON.textNode("q"), null, null), "metadata.kind is missing");
    assertRefuses(
        "summary_pearson", sample(PAIR, JSON.arrayNode().add(3).add(4), null), "more than the 2");
    assertRefuses("p_mrr", sample(JSON.textNode("q"), JSON.objectNode(), "query"), "instruction");
  }

  private static void assertRefuses(String metric, Sample sample, String problem) {
    assertThat(
            TaskTypes.get("embedding")
                .problemWith(sample, task("embedding", null, null, metric)))
        .hasValueSatisfying(text -> assertThat(text).contains(problem));
  }

  @Test
  void choicesAreListedUnlessATemplateDoesIt() {
    TaskType type = TaskTypes.get("multiple-choice");
    TaskSpec bare = task("multiple-choice", null, null, "accuracy");
    TaskSpec templated = templated("multiple-choice", "{{ input }}");

    assertThat(question(type.request(choice("B"), "Colour?", bare, 1)))
        .startsWith("Colour?\n\nA) red\nB) green\n\n")
        .contains("“Answer: X”");
    assertThat(question(type.request(choice("B"), "Colour?", templated, 1))).isEqualTo("Colour?");
    assertThat(type.capability()).isEqualTo(Capability.GENERATE_TEXT);
  }

  private static String question(ModelRequest request) {
    return ((ModelRequest.GenerateText) request).messages().getLast().content();
  }

  @Test
  void choicesAreContinuationsWhereTheLikeliestIsTaken() {
    TaskType type = TaskTypes.get("multiple-choice-likelihood");
    TaskSpec task = task("multiple-choice-likelihood", "Be right.", null, "accuracy", "acc_norm");

    assertThat(type.request(choice("B"), "Colour?\nAnswer:", task, 1))
        .isEqualTo(
            new ModelRequest.Likelihood(
                "Be right.\n\nColour?\nAnswer:", List.of(" red", " green")));
    assertThat(type.request(choice("B"), "Colour?\n", task, 1))
        .isEqualTo(
            new ModelRequest.Likelihood("Be right.\n\nColour?", List.of("\nred", "\ngreen")));
    assertThat(type.capability()).isEqualTo(Capability.LIKELIHOOD);
  }

  @Test
  void choicesAreNeededAndARightOneWhereAMetricReadsIt() {
    for (String name : List.of("multiple-choice", "multiple-choice-likelihood")) {
      TaskType type = TaskTypes.get(name);
      TaskSpec task = task(name, null, null, "accuracy");

      assertThat(type.problemWith(choice("B"), task)).isEmpty();
      assertThat(type.problemWith(choice("C"), task))
          .hasValueSatisfying(
              it -> assertThat(it).startsWith("sample s1: target \"C\" is neither"));
      assertThat(type.problemWith(sample(JSON.textNode("q"), JSON.textNode("A"), null), task))
          .hasValueSatisfying(it -> assertThat(it).contains("metadata.choices"));
    }
  }

  private static Sample choice(String target) {
    return new Sample(
        "s1",
        JSON.textNode("Colour?"),
        JSON.textNode(target),
        null,
        Map.of("choices", JSON.arrayNode().add("red").add("green")));
  }

  @Test
  void aTextIsScoredAsAWholeOrItsTargetAfterIt() {
    TaskType type = TaskTypes.get("language-modeling");
    TaskSpec task = task("language-modeling", null, null, "word_perplexity");

    assertThat(type.request(sample(JSON.textNode(" a b\n"), null, null), "", task, 1))
        .isEqualTo(new ModelRequest.Likelihood("", List.of(" a b\n")));
    assertThat(type.request(sample(JSON.textNode("a b "), JSON.textNode("c"), null), "", task, 1))
        .isEqualTo(new ModelRequest.Likelihood("a b", List.of(" c")));
  }

  @Test
  void whatCannotBeScoredIsNamed() {
    TaskType type = TaskTypes.get("language-modeling");
    TaskSpec task = task("language-modeling", null, null, "word_perplexity");
    TaskSpec judged = task("language-modeling", null, null, "accuracy");
    Sample bare = sample(JSON.textNode("a"), null, null);

    assertThat(type.problemWith(bare, task)).isEmpty();
    assertThat(type.problemWith(bare, judged)).isPresent();
    assertThat(type.problemWith(sample(PAIR, null, null), task)).isPresent();
    assertThat(type.problemWith(sample(JSON.textNode(""), null, null), task)).isPresent();
    assertThat(type.problemWith(sample(JSON.textNode("a"), PAIR, null), task)).isPresent();
  }

  private static Sample sample(JsonNode input, @Nullable JsonNode target, @Nullable String kind) {
    return new Sample(
        "s1", input, target, null, kind == null ? Map.of() : Map.of("kind", JSON.textNode(kind)));
  }

  private static TaskSpec task(
      String type, @Nullable String system, @Nullable Long seed, String... metrics) {
    return prompted(type, new PromptSpec(null, system, null), seed, metrics);
  }

  private static TaskSpec templated(String type, String template) {
    return prompted(type, new PromptSpec(template, null, null), null, "accuracy");
  }

  private static TaskSpec prompted(
      String type, PromptSpec prompt, @Nullable Long seed, String... metrics) {
    return new TaskSpec(
        "t",
        type,
        DatasetSpec.file("x.jsonl"),
        FieldMapping.DEFAULTS,
        prompt,
        new GenerationSettings(null, null, null, List.of(), seed, null),
        Arrays.stream(metrics).map(MetricSpec::of).toList(),
        1);
  }

  @Test
  void aProgramNeedsTestsAndEnoughEpochs() {
    TaskType type = TaskTypes.get("code-generation");
    Sample tested = sample(JSON.textNode("Write f."), JSON.textNode("assert f() == 1"), null);

    assertThat(type.problemWith(tested, task("code-generation", null, null, "pass@1"))).isEmpty();
    assertThat(type.problemWith(tested, task("code-generation", null, null, "pass@5")))
        .hasValue("pass@5 needs 5 programs for a sample, but task t has epochs: 1");
    assertThat(
            type.problemWith(
                sample(JSON.textNode("x"), null, null),
                task("code-generation", null, null, "pass@1")))
        .hasValueSatisfying(problem -> assertThat(problem).contains("has no tests"));
  }
}

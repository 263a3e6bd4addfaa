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
  void everyMetricJudgesTaskTypesThatExist() {
    assertThat(Metrics.all())
        .allSatisfy(each -> assertThat(TaskTypes.names()).containsAll(each.info().taskTypes()));
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
                    sample(input, target, kind), task("embedding", null, null, "cosine_spearman")))
        .hasValueSatisfying(text -> assertThat(text).contains(problem));
  }

  @Test
  void whatFitsHasNoProblem() {
    TaskType type = TaskTypes.get("embedding");
    TaskSpec task = task("embedding", null, null, "cosine_spearman");

    assertThat(type.problemWith(sample(PAIR, JSON.textNode("4.2"), null), task)).isEmpty();
    assertThat(type.problemWith(sample(JSON.textNode("p"), null, "passage"), task)).isEmpty();
    assertThat(
            type.problemWith(
                sample(JSON.textNode("q"), JSON.objectNode().put("p1", 1), "query"), task))
        .isEmpty();
  }

  private static Sample sample(JsonNode input, @Nullable JsonNode target, @Nullable String kind) {
    return new Sample(
        "s1", input, target, null, kind == null ? Map.of() : Map.of("kind", JSON.textNode(kind)));
  }

  private static TaskSpec task(
      String type, @Nullable String system, @Nullable Long seed, String... metrics) {
    return new TaskSpec(
        "t",
        type,
        new DatasetSpec("jsonl", "x.jsonl", List.of(), null, null, null, null, null, null, null),
        FieldMapping.DEFAULTS,
        new PromptSpec(null, system, null),
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

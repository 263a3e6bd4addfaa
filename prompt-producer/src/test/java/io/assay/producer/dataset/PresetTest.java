package io.assay.producer.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.support.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetTest {

  @TempDir Path folder;

  @Test
  void humanEvalKeepsWhatItsTestsNeed() throws IOException {
    write(
        "d.jsonl",
        """
        {"task_id": "H/0", "prompt": "def one():\\n", "entry_point": "one", "canonical_solution": "    return 1\\n", "test": "def check(f):\\n    assert f() == 1\\n"}
        {"task_id": "H/1", "prompt": "def two():\\n"}
        """);

    var items = ReadItems.all(task("humaneval", "d.jsonl"), folder);

    var sample = ((Item.Good) items.getFirst()).sample();
    assertThat(sample.id()).isEqualTo("H/0");
    assertThat(sample.input().textValue()).isEqualTo("def one():\n");
    assertThat(sample.target()).isNull();
    assertThat(sample.metadata())
        .containsOnlyKeys("prompt", "entry_point", "test", "canonical_solution");
    assertThat(((Item.Bad) items.get(1)).text())
        .isEqualTo("d.jsonl, line 2: there is no field test, which HumanEval has");
  }

  @Test
  void mbppShowsTheTestsWhetherItIsWholeOrSanitized() throws IOException {
    write(
        "whole.jsonl",
        "{\"task_id\": 2, \"text\": \"Add.\", \"code\": \"c\", \"test_list\": [\"assert add(1, 2) == 3\"], \"test_setup_code\": \"\"}");
    write(
        "sanitized.json",
        "[{\"task_id\": 3, \"prompt\": \"Add.\", \"test_imports\": [\"import math\"], \"test_list\": [\"assert add(1, 2) == 3\"]}]");

    var whole = ReadItems.samples(task("mbpp", "whole.jsonl"), folder).getFirst();
    var sanitized = ReadItems.samples(task("mbpp", "sanitized.json"), folder).getFirst();

    assertThat(whole.id()).isEqualTo("2");
    assertThat(whole.input()).isEqualTo(sanitized.input());
    assertThat(whole.input().textValue()).contains("Add.").endsWith("assert add(1, 2) == 3\n");
    assertThat(sanitized.metadata()).containsOnlyKeys("prompt", "test_imports", "test_list");
  }

  @Test
  void openAiEvalsConversationsBecomeTexts() throws IOException {
    write(
        "d.jsonl",
        """
        {"input": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "1+1?"}], "ideal": ["2", "two"]}
        {"input": "1+2?", "ideal": "3"}
        {"input": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Yes?"}, {"role": "user", "content": "1+3?"}], "ideal": "4"}
        {"input": [{"role": "user", "content": [{"type": "image_url"}]}], "ideal": "4"}
        """);

    var items = ReadItems.all(task("openai-evals", "d.jsonl"), folder);

    var first = sample(items.getFirst());
    assertThat(first.input().textValue()).isEqualTo("Be brief.\n\n1+1?");
    assertThat(first.target()).hasToString("[\"2\",\"two\"]");
    assertThat(first.metadata()).containsKey("messages");
    assertThat(sample(items.get(1)).input().textValue()).isEqualTo("1+2?");
    assertThat(sample(items.get(2)).input().textValue())
        .isEqualTo("User: Hi\n\nAssistant: Yes?\n\nUser: 1+3?");
    assertThat(((Item.Bad) items.get(3)).text())
        .isEqualTo("d.jsonl, line 4: message 1 has content that is no text");
  }

  @Test
  void inspectSamplesBringTheirMetadata() throws IOException {
    write(
        "d.json",
        """
        [{"input": "Which?", "choices": ["x", "y"], "target": "B", "id": 5, "metadata": {"level": 3}},
         {"input": "Say it.", "target": ["a", "b"]},
         {"input": "Do it.", "target": "a", "sandbox": "docker"}]
        """);

    var items = ReadItems.all(task("inspect", "d.json"), folder);

    var first = sample(items.getFirst());
    assertThat(first.id()).isEqualTo("5");
    assertThat(first.target()).hasToString("\"B\"");
    assertThat(first.metadata().get("level")).hasToString("3");
    assertThat(first.metadata().get("choices")).hasToString("[\"x\",\"y\"]");
    assertThat(sample(items.get(1)).target()).hasToString("[\"a\",\"b\"]");
    assertThat(((Item.Bad) items.get(2)).text())
        .isEqualTo("d.json, line 3: a sample with sandbox cannot be used here");
  }

  @Test
  void mtebRowsAreToldByTheirFields() throws IOException {
    write(
        "d.jsonl",
        """
        {"query": "cats", "positive": ["a cat"], "negative": ["a dog", "a car"]}
        {"machine_summaries": ["m1", "m2"], "human_summaries": ["h"], "relevance": [1, 4.5]}
        {"sentence1": "a", "sentence2": "b", "score": 3.5}
        {"sent1": ["c", "d"], "sent2": ["e", "f"], "labels": [1, 0]}
        {"sentences": ["g", "h"], "labels": ["x", "y"]}
        {"text": "i", "label": 2, "split": "train"}
        {"text": "j", "labels": [1, 2]}
        {"sentences": ["k", "l"], "labels": ["x"]}
        {"query": "dogs", "positive": [], "negative": []}
        {"words": "m"}
        """);

    var items = ReadItems.all(task("mteb", "d.jsonl"), folder);

    assertThat(sample(items.get(0)).input()).hasToString("[\"cats\",\"a cat\",\"a dog\",\"a car\"]");
    assertThat(sample(items.get(0)).target()).hasToString("[1,0,0]");
    assertThat(sample(items.get(1)).input()).hasToString("[\"m1\",\"m2\",\"h\"]");
    assertThat(sample(items.get(1)).target()).hasToString("[1,4.5]");
    assertThat(sample(items.get(2)).target()).hasToString("3.5");
    assertThat(sample(items.get(4)).input()).hasToString("[\"d\",\"f\"]");
    assertThat(sample(items.get(4)).target()).hasToString("0");
    assertThat(sample(items.get(6)).input()).hasToString("\"h\"");
    assertThat(sample(items.get(6)).target()).hasToString("\"y\"");
    assertThat(sample(items.get(7)).metadata()).containsOnlyKeys("split");
    assertThat(sample(items.get(8)).target()).hasToString("[1,2]");
    assertThat(((Item.Bad) items.get(9)).text())
        .isEqualTo("d.jsonl, line 8: has 2 texts but 1 labels");
    assertThat(((Item.Bad) items.get(10)).text()).contains("no candidates");
    assertThat(((Item.Bad) items.get(11)).text()).contains("there is no field text");
  }

  @Test
  void theDocumentsOwnFieldsGoBeforeThePresets() throws IOException {
    write("d.jsonl", "{\"input\": \"1+1?\", \"ideal\": \"2\", \"key\": \"k1\"}");
    var fields = new FieldMapping(List.of("input"), "ideal", null, "key", null, List.of());

    var sample =
        ReadItems.samples(
                Specs.task(ReadItems.spec("openai-evals", "d.jsonl"), fields, null), folder)
            .getFirst();

    assertThat(sample.id()).isEqualTo("k1");
  }

  private static Sample sample(Item item) {
    return ((Item.Good) item).sample();
  }

  private static TaskSpec task(String source, String path) {
    return Specs.task(ReadItems.spec(source, path), FieldMapping.DEFAULTS, null);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}

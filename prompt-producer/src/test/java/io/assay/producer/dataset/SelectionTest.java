package io.assay.producer.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.DatasetSpec.OnBadRow;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.TaskSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.producer.support.LocalFiles;
import io.assay.producer.support.Specs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {

  private static final String ROWS =
      """
      {"id": 1, "question": "a", "answer": "b", "level": 1, "tags": ["x", "y"], "in": {"lang": "de"}}
      {"id": 2, "question": "a", "answer": "b", "level": 2.0, "tags": ["y"], "in": {"lang": "en"}}
      no json
      {"id": 3, "question": "a", "answer": "b", "level": "2", "tags": [], "in": {"lang": "en"}}
      {"id": 2, "question": "again", "answer": "b", "level": 3, "tags": ["x"]}
      {"id": 4, "question": "a", "answer": "b", "level": null}
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("d.jsonl"), ROWS);
  }

  @Test
  void rowsAreChosenByTheirValues() throws IOException {
    assertThat(ids("{\"level\": 2}")).containsExactly("2", "3");
    assertThat(ids("{\"level\": [1, 3]}")).containsExactly("1", "2");
    assertThat(ids("{\"in.lang\": \"en\", \"tags\": \"y\"}")).containsExactly("2");
    assertThat(ids("{\"tags\": \"x\"}")).containsExactly("1", "2");
    assertThat(ids("{\"lang\": \"en\"}")).isEmpty();
  }

  @Test
  void badAndRepeatedRowsAreLeftOutAndDoNotCountForTheLimit() throws IOException {
    var task = task("{}", 3L, null, OnBadRow.SKIP);

    assertThat(ReadItems.samples(task, folder))
        .extracting(Sample::id)
        .containsExactly("1", "2", "3");
    assertThat(dataset(task, _ -> Optional.empty()).inFileOrder())
        .satisfies(items ->
            assertThat(ReadItems.drained(items))
                .filteredOn(Item.Bad.class::isInstance)
                .extracting(item -> ((Item.Bad) item).text())
                .singleElement()
                .asString()
                .startsWith("d.jsonl, line 3: is no JSON"));
    assertThat(ids(task("{}", null, null, OnBadRow.SKIP))).containsExactly("1", "2", "3", "4");
    assertThat(ids(task("{}", 2L, 7L, OnBadRow.SKIP))).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void whatTheTaskCannotUseIsABadRowToo() throws IOException {
    var dataset =
        dataset(
            task("{}", null, null, OnBadRow.SKIP),
            sample -> sample.id().equals("3") ? Optional.of("three") : Optional.empty());

    assertThat(ReadItems.drained(dataset.open()))
        .extracting(item -> ((Item.Good) item).sample().id())
        .containsExactly("1", "2", "4");
  }

  @Test
  void theHashIsThatOfTheFile() throws Exception {
    var expected =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(ROWS.getBytes(StandardCharsets.UTF_8)));

    assertThat(dataset(task("{}", 1L, null, null), _ -> Optional.empty()).sha256())
        .isEqualTo(expected);
  }

  @Test
  void fieldsMayBeTemplatesOverTheRow() throws IOException {
    Files.writeString(
        folder.resolve("d.jsonl"),
        """
        {"q": "Which?", "key": "B", "options": {"label": ["A", "B"], "text": ["x", "y"]}, "n": [1, 2]}
        {"q": "Which?", "options": {"label": ["A", "B"], "text": ["x", "y"]}}
        """);
    var fields =
        new FieldMapping(
            List.of("Question: {{ q }}\nAnswer:"),
            "{{ options.label.index(key) }}",
            "{{options.text}}",
            null,
            null,
            List.of("{{ n }}"));
    var items = ReadItems.all(Specs.task(Specs.file("d.jsonl"), fields, null), folder);

    var sample = ((Item.Good) items.getFirst()).sample();
    assertThat(sample.input().textValue()).isEqualTo("Question: Which?\nAnswer:");
    assertThat(sample.target()).hasToString("1");
    assertThat(sample.metadata().get("choices")).hasToString("[\"x\",\"y\"]");
    assertThat(((Item.Bad) items.get(1)).text()).startsWith("d.jsonl, line 2: the template");
  }

  private List<String> ids(String where) throws IOException {
    Files.writeString(folder.resolve("d.jsonl"), ROWS.replace("no json\n", ""));
    return ids(task(where, null, null, null));
  }

  private List<String> ids(TaskSpec task) {
    return ReadItems.samples(task, folder).stream().map(Sample::id).toList();
  }

  private Dataset dataset(
      TaskSpec task, java.util.function.Function<Sample, Optional<String>> problem) {
    return Dataset.of(task, Dataset.Kind.TEXT, problem, new LocalFiles(folder));
  }

  private static TaskSpec task(
      String where, @Nullable Long limit, @Nullable Long seed, @Nullable OnBadRow onBadRow)
      throws JsonProcessingException {
    Map<String, JsonNode> values =
        ContractJson.mapper()
            .readValue(where, new com.fasterxml.jackson.core.type.TypeReference<>() {});
    return Specs.task(
        ReadItems.spec(null, "d.jsonl", null, values, limit, seed, onBadRow),
        Specs.fields("id"),
        null);
  }
}

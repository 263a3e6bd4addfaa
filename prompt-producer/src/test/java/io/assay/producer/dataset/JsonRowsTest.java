package io.assay.producer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.support.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonRowsTest {

  private static final String ROWS =
      "[\n{\"id\": 1, \"question\": \"a\", \"answer\": \"b\"},\n 7,\n"
          + "{\"id\": 2, \"question\": \"c\", \"answer\": {\"d\": [1]}}]";

  @TempDir Path folder;

  @Test
  void anArrayOfObjectsIsReadAndOtherItemsAreNamedByTheirLine() throws IOException {
    write("d.json", ROWS);

    var items = ReadItems.all(task(null, null), folder);

    assertThat(items).hasSize(3);
    assertThat(((Item.Good) items.getFirst()).place()).isEqualTo("d.json, line 2");
    assertThat(((Item.Bad) items.get(1)).text()).isEqualTo("d.json, line 3: is no JSON object");
    assertThat(((Item.Good) items.get(2)).sample().target()).hasToString("{\"d\":[1]}");
  }

  @Test
  void theArrayMayStandUnderAKey() throws IOException {
    write("d.json", "{\"rows\": [7], \"info\": {\"rows\": []}, \"test\": " + ROWS + "}");

    assertThat(ReadItems.all(task("json", "test"), folder)).hasSize(3);
  }

  @Test
  void theOnlyArrayNeedsNoKeyButSeveralDo() throws IOException {
    write(
        "d.json",
        "{\"version\": 1,\n \"rows\": [{\"id\": 1, \"question\": \"q\", \"answer\": 1}]}");
    assertThat(ReadItems.samples(task(null, null), folder))
        .extracting(Sample::id)
        .containsExactly("1");

    write("d.json", "{\"rows\": [],\n \"more\": []}");
    assertThatThrownBy(() -> ReadItems.all(task(null, null), folder))
        .hasMessageContaining("d.json, line 2: there are several arrays, rows and more");
  }

  @Test
  void aFileThatEndsInJsonMayHoldLines() throws IOException {
    write(
        "d.json",
        "{\"id\": 1, \"question\": \"q\", \"answer\": [1]}\n{\"id\": 2, \"question\": \"q\", \"answer\": 1}\n");

    assertThat(ReadItems.samples(task(null, null), folder))
        .extracting(Sample::id)
        .containsExactly("1", "2");
  }

  @Test
  void brokenJsonAndMissingKeysSayWhere() throws IOException {
    write("d.json", "[\n{\"id\": 1,\n \"question\": oops}]");
    assertThatThrownBy(() -> ReadItems.all(task(null, null), folder))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("d.json, line 3: is no JSON");

    write("d.json", "[\n{\"id\": 1, \"question\": \"q\", \"answer\": 1}\n");
    assertThatThrownBy(() -> ReadItems.all(task(null, null), folder))
        .isInstanceOf(DatasetException.class);

    write("d.json", "{\"rows\": {}}");
    assertThatThrownBy(() -> ReadItems.all(task("json", "data"), folder))
        .hasMessageContaining("d.json has no key data");
    assertThatThrownBy(() -> ReadItems.all(task("json", "rows"), folder))
        .hasMessageContaining("rows is no array");
    write("d.json", "3");
    assertThatThrownBy(() -> ReadItems.all(task(null, null), folder))
        .hasMessageContaining("is no JSON array of objects");
  }

  @Test
  void packedFilesAreUnpacked() throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("d.jsonl.gz")))) {
      out.write(
          "{\"id\": 1, \"question\": \"q\", \"answer\": 1}\n"
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    var task = Specs.task(Specs.file("d.jsonl.gz"), Specs.fields("id"), null);

    assertThat(ReadItems.samples(task, folder)).hasSize(1);
  }

  private TaskSpec task(@Nullable String source, @Nullable String key) {
    var spec = ReadItems.spec(source, "d.json", key, Map.of(), null, null, null);
    return Specs.task(spec, Specs.fields("id"), null);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}

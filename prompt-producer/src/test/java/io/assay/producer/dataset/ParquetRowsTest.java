package io.assay.producer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.support.ParquetFiles;
import io.assay.producer.support.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRowsTest {

  @TempDir Path folder;

  @Test
  void structsListsAndMapsBecomeJson() throws Exception {
    ParquetFiles.write(
        folder.resolve("d.parquet"),
        """
        SELECT 'q' AS question, ['a', NULL, 'b'] AS answer, 7::BIGINT AS id,
          {'label': ['A', 'B'], 'text': ['x', 'y']} AS choices, MAP {'k': 1.5::DOUBLE} AS scores,
          [{'role': 'user', 'n': 1}] AS chat, DATE '2026-03-01' AS day, 1.25::DECIMAL(6, 2) AS price,
          TIMESTAMP '2026-03-01 10:00:00' AS at, NULL::INTEGER AS nothing, true AS yes,
          '\\xFF\\x00'::BLOB AS bytes
        """);

    var item = (Item.Good) ReadItems.all(task(), folder).getFirst();

    assertThat(item.place()).isEqualTo("d.parquet, row 1");
    assertThat(item.sample().id()).isEqualTo("7");
    assertThat(item.sample().target()).hasToString("[\"a\",null,\"b\"]");
    assertThat(item.row().path("choices"))
        .hasToString("{\"label\":[\"A\",\"B\"],\"text\":[\"x\",\"y\"]}");
    assertThat(item.row().path("scores")).hasToString("{\"k\":1.5}");
    assertThat(item.row().path("chat")).hasToString("[{\"role\":\"user\",\"n\":1}]");
    assertThat(item.row().path("day")).hasToString("\"2026-03-01\"");
    assertThat(item.row().path("price")).hasToString("1.25");
    assertThat(item.row().path("at").asText()).startsWith("2026-03-01T10:00");
    assertThat(item.row().path("nothing").isNull()).isTrue();
    assertThat(item.row().path("yes").isBoolean()).isTrue();
    assertThat(item.row().path("bytes")).hasToString("\"/wA=\"");
  }

  @Test
  void allRowGroupsAreReadInOrderWhateverTheCompression() throws Exception {
    for (String codec : List.of("snappy", "zstd", "gzip", "uncompressed")) {
      ParquetFiles.write(
          folder.resolve("d.parquet"),
          "SELECT i AS id, 'question ' || i AS question, i AS answer FROM range(10000) t(i)",
          "COMPRESSION " + codec + ", ROW_GROUP_SIZE 2048");

      var samples = ReadItems.samples(task(), folder);

      assertThat(samples).as(codec).hasSize(10_000);
      assertThat(samples.get(9_999).input().textValue()).isEqualTo("question 9999");
      assertThat(samples.get(5_000).id()).isEqualTo("5000");
    }
  }

  @Test
  void whatIsNoParquetIsNamed() throws IOException {
    Files.writeString(folder.resolve("d.parquet"), "id,question\n1,a\n");

    assertThatThrownBy(() -> ReadItems.all(task(), folder))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("d.parquet, cannot be read as Parquet");
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    var file = folder.resolve("d.parquet");
    ParquetFiles.write(
        file, "SELECT i AS id, 'q' || hash(i) AS question, 1 AS answer FROM range(9000) t(i)");
    byte[] bytes = Files.readAllBytes(file);
    java.util.Arrays.fill(bytes, 200, bytes.length / 2, (byte) 0x55);
    Files.write(file, bytes);

    assertThatThrownBy(() -> ReadItems.all(task(), folder)).isInstanceOf(DatasetException.class);
  }

  private static TaskSpec task() {
    var fields = new FieldMapping(List.of("question"), "answer", null, "id", null, List.of());
    return Specs.task(Specs.file("d.parquet"), fields, null);
  }
}

package io.assay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.wire.ContractJson;
import io.assay.tasks.vectors.ReferenceVectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Files of expected values, in our resources or in the shared folder.
final class Vectors {

  static final Path RESOURCES = Path.of("src/test/resources/golden");

  private Vectors() {}

  static List<JsonNode> rows(Path file) {
    try {
      var rows = new ArrayList<JsonNode>();
      for (String line : Files.readAllLines(file)) {
        rows.add(ContractJson.mapper().readTree(line));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file of the shared folders `data` or `golden`, which lie side by side; skips the test where
  /// it is absent.
  static Path shared(String file) {
    Optional<Path> found =
        Stream.of(
                System.getProperty("assay.shared.data"),
                System.getenv("ASSAY_SHARED_DATA"),
                "../../shared/data",
                "../shared/data")
            .filter(Objects::nonNull)
            .map(folder -> Path.of(folder).resolveSibling(file))
            .filter(Files::isReadable)
            .findFirst();
    assumeTrue(found.isPresent(), () -> file + " is not here (ASSAY_SHARED_DATA)");
    return found.orElseThrow();
  }

  static JsonNode answer(JsonNode row, Path folder) {
    return ReferenceVectors.answer(row, folder).path("actual");
  }

  /// Every row is answered as expected, in the keys that are expected; several rows at once.
  static void check(Path file) {
    Path folder = Objects.requireNonNull(file.getParent());
    List<JsonNode> rows = rows(file);
    List<String> differences =
        rows.parallelStream()
            .flatMap(row -> differences(row, ReferenceVectors.answer(quickened(row), folder)))
            .toList();
    assertThat(rows).isNotEmpty();
    assertThat(differences).as("differences in %d rows", rows.size()).isEmpty();
  }

  private static Stream<String> differences(JsonNode row, JsonNode answer) {
    return row.path("expected").properties().stream()
        .filter(each -> !each.getValue().equals(answer.path("actual").path(each.getKey())))
        .map(each -> row.path("id") + ": " + each + ", but " + answer);
  }

  /// A program that has no end times out after a second just as after six.
  private static JsonNode quickened(JsonNode row) {
    if (!row.path("expected").path("result").asText().equals("timed out")) {
      return row;
    }
    ObjectNode quick = row.deepCopy();
    for (String name : List.of("timeout", "timeout_s")) {
      quick.withObject("params").put(name, 1.0);
    }
    return quick;
  }
}

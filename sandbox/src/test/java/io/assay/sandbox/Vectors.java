package io.assay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
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

  /// Every row is answered as expected, in the keys that are expected.
  static void check(Path file) {
    var differences = new ArrayList<String>();
    List<JsonNode> rows = rows(file);
    for (JsonNode row : rows) {
      JsonNode answer = ReferenceVectors.answer(row, Objects.requireNonNull(file.getParent()));
      row.path("expected")
          .properties()
          .forEach(each -> {
            if (!each.getValue().equals(answer.path("actual").path(each.getKey()))) {
              differences.add(row.path("id") + ": " + each + ", but " + answer);
            }
          });
    }
    assertThat(rows).isNotEmpty();
    assertThat(differences).as("differences in %d rows", rows.size()).isEmpty();
  }
}

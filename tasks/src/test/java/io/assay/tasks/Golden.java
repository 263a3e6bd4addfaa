package io.assay.tasks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.wire.ContractJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Expected values that reference implementations gave, and real data where it is present.
public final class Golden {

  private Golden() {}

  /// The rows of a file of `src/test/resources/golden`.
  public static Stream<JsonNode> rows(String file) {
    InputStream stream = Golden.class.getResourceAsStream("/golden/" + file);
    return lines(
        new InputStreamReader(
            Objects.requireNonNull(stream, () -> "no golden file " + file),
            StandardCharsets.UTF_8));
  }

  /// The rows of any file of JSON lines.
  public static Stream<JsonNode> rows(Path file) throws IOException {
    return lines(Files.newBufferedReader(file));
  }

  private static Stream<JsonNode> lines(java.io.Reader reader) {
    return new BufferedReader(reader).lines().map(Golden::parse);
  }

  private static JsonNode parse(String line) {
    try {
      return ContractJson.mapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file of the shared data, by the property or variable `assay.shared.data`
  /// (`ASSAY_SHARED_DATA`) or else beside the repository; empty where it is absent.
  public static Optional<Path> data(String file) {
    return Stream.of(
            System.getProperty("assay.shared.data"),
            System.getenv("ASSAY_SHARED_DATA"),
            "../../shared/data",
            "../shared/data")
        .filter(Objects::nonNull)
        .map(folder -> Path.of(folder, file))
        .filter(Files::isReadable)
        .findFirst();
  }

  /// The rows of a file of expected values, under `golden` beside the shared data; none where that
  /// is absent, and the test is then skipped.
  public static Stream<JsonNode> sharedGolden(String file) {
    Optional<Path> found = sharedGoldenFile(file);
    assumeTrue(found.isPresent(), file + " is not here: set assay.shared.data");
    try {
      return rows(found.orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file of expected values that may not be copied, in `golden` beside the shared data; empty
  /// where it is absent.
  public static Optional<Path> sharedGoldenFile(String file) {
    return data("../golden/" + file).map(Path::normalize);
  }

  /// A file of expected values that may not be copied into this repository, such as
  /// `text/ifeval.jsonl`: in the folder `golden` beside the shared data; empty where it is absent.
  public static Optional<Path> shared(String file) {
    return data("../golden/" + file);
  }

  /// A number, also one that JSON cannot hold.
  public static double number(JsonNode node) {
    return node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
  }

  /// An array of numbers.
  public static double[] numbers(JsonNode node) {
    var numbers = new double[node.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(node.get(i));
    }
    return numbers;
  }

  /// Whether the reference refused this.
  public static boolean isError(JsonNode expected) {
    return expected.isObject() && expected.has("error");
  }
}

package io.assay.tasks.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.tasks.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Holds our answers to files of expected values.
public final class GoldenFiles {

  private static final double LOOSE = 1e-7;
  private static final double EXACT = 1e-9;

  private GoldenFiles() {}

  /// Every row is answered as the reference did.
  ///
  /// @param folder what paths in the rows are relative to
  public static void check(Stream<JsonNode> rows, Path folder) {
    var differences = new ArrayList<String>();
    var count = new int[1];
    rows.forEach(row -> {
      count[0]++;
      differences.addAll(differences(row, folder));
    });
    assertThat(count[0]).as("rows").isPositive();
    assertThat(differences.stream().limit(20).toList())
        .as("%d differences in %d rows", differences.size(), count[0])
        .isEmpty();
  }

  /// Every row of a file in `src/test/resources/golden`.
  public static void check(String file) {
    check(Golden.rows(file), Path.of("src/test/resources/golden"));
  }

  /// Every row of a file that may not be copied; the test is skipped where the file is absent.
  public static void checkShared(String file) throws IOException {
    Optional<Path> found = Golden.shared(file);
    assumeTrue(
        found.isPresent(), () -> "golden file " + file + " is not here: set assay.shared.data");
    check(Golden.rows(found.get()), found.get().resolveSibling(""));
  }

  private static List<String> differences(JsonNode row, Path folder) {
    JsonNode answer = ReferenceVectors.answer(row, folder);
    var differences = new ArrayList<String>();
    if (answer.has("error")) {
      differences.add(row.path("id").asText() + ": " + answer.path("error").asText());
    } else if (Golden.isError(row.path("expected"))) {
      if (!Golden.isError(answer.path("actual"))) {
        differences.add(row.path("id").asText() + ": not refused");
      }
    } else {
      compare(
          row.path("id").asText(),
          row.path("expected"),
          answer.path("actual"),
          row.path("tol"),
          differences);
    }
    return differences;
  }

  private static void compare(
      String place, JsonNode expected, JsonNode actual, JsonNode tolerance, List<String> out) {
    if (Golden.isError(expected)) {
      if (!Golden.isError(actual)) {
        out.add(place + ": not refused, but " + actual);
      }
    } else if (expected.isObject()) {
      expected
          .properties()
          .forEach(each ->
              compare(
                  place + "." + each.getKey(),
                  each.getValue(),
                  actual.path(each.getKey()),
                  tolerance,
                  out));
    } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(place + "[" + i + "]", expected.get(i), actual.get(i), tolerance, out);
      }
    } else if (!equal(place, expected, actual, tolerance)) {
      out.add(place + ": expected " + expected + ", actual " + actual);
    }
  }

  private static boolean equal(
      String place, JsonNode expected, JsonNode actual, JsonNode tolerances) {
    if (!VectorJson.isNumber(expected) || !VectorJson.isNumber(actual)) {
      return expected.equals(actual);
    }
    double a = VectorJson.number(expected);
    double b = VectorJson.number(actual);
    JsonNode tolerance = toleranceAt(place.replaceAll("\\[[0-9]+]", ""), tolerances);
    if ((expected.isIntegralNumber() && !tolerance.isObject()) || Double.compare(a, b) == 0) {
      return a == b || Double.compare(a, b) == 0;
    }
    boolean loose = place.matches(".*(pvalue|interval|\\bci).*");
    double standard = loose ? LOOSE : EXACT;
    double relative = tolerance.path("rel").asDouble(tolerance.isObject() ? 0 : standard);
    double absolute = tolerance.path("abs").asDouble(tolerance.isObject() ? 0 : standard);
    return Math.abs(a - b) <= Math.max(absolute, relative * Math.abs(a));
  }

  /// What holds at a place: the tolerance named by a part of its path or by the end of its name,
  /// that of the row, or none. For clusters it is a rule in words: the inertia of k-means to 1 %,
  /// scores to 0.05.
  private static JsonNode toleranceAt(String place, JsonNode tolerances) {
    if (tolerances.has("rule")) {
      ObjectNode rule = JsonNodeFactory.instance.objectNode();
      return place.endsWith("inertia") ? rule.put("rel", 0.01) : rule.put("abs", 0.05);
    }
    for (Map.Entry<String, JsonNode> each : tolerances.properties()) {
      String name = each.getKey();
      boolean here = place.contains("." + name + ".") || place.endsWith("." + name);
      if (each.getValue().isObject() && (here || place.endsWith("_" + name))) {
        return name.equals("optimum") ? ofOptimum(place) : each.getValue();
      }
    }
    boolean ofRow = tolerances.has("abs") || tolerances.has("rel");
    return ofRow ? tolerances : MissingNode.getInstance();
  }

  /// Intercepts of up to 25 have no penalty, and searches for them end near the optimum, after a
  /// few steps more or less.
  private static JsonNode ofOptimum(String place) {
    ObjectNode tolerance = JsonNodeFactory.instance.objectNode();
    return place.endsWith(".n_iter")
        ? tolerance.put("rel", 0.1)
        : tolerance.put("abs", 1e-5).put("rel", 1e-5);
  }
}

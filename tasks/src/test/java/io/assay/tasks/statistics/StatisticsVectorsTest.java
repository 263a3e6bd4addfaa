package io.assay.tasks.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.tasks.Golden;
import io.assay.tasks.vectors.GoldenFiles;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the statistics to SciPy, statsmodels, sacreBLEU and lm-evaluation-harness. Corpus metrics
/// are left to the package that has them.
class StatisticsVectorsTest {

  private static final Set<String> OF_CORPUS_METRICS =
      Set.of("bootstrap_corpus_metric", "paired_approximate_randomization");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mean_stderr.jsonl",
        "bootstrap.jsonl",
        "proportion_ci.jsonl",
        "paired_tests.jsonl",
        "correlation_tests.jsonl",
        "embeddings/correlation.jsonl"
      })
  void itAgreesWithTheReferences(String file) {
    check(Golden.rows(file));
  }

  @Test
  void itAgreesInTheWholeFiles() {
    check(Golden.sharedGolden("text/bootstrap.jsonl"));
    check(Golden.sharedGolden("text/paired_tests.jsonl"));
  }

  private static void check(Stream<JsonNode> rows) {
    GoldenFiles.check(
        rows.filter(row -> !OF_CORPUS_METRICS.contains(row.path("metric").asText())), Path.of("."));
  }
}

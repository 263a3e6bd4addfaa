package io.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.wire.ContractJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Published results on real data, through the whole pipeline. Skipped where the data is absent.
class PublishedNumbersIT {

  @TempDir Path folder;

  @Test
  void gsm8kRecordedSolutionsGiveThePublishedCounts() throws Exception {
    JsonNode models = run("gsm8k-recorded", ProjectFolder.sharedData("gsm8k"));

    assertThat(right(models, "recorded/6b_finetuning")).isEqualTo(286);
    assertThat(right(models, "recorded/6b_verification")).isEqualTo(515);
    assertThat(right(models, "recorded/175b_finetuning")).isEqualTo(458);
    assertThat(right(models, "recorded/175b_verification")).isEqualTo(742);
  }

  @Test
  void stsBenchmarkGivesThePublishedCorrelations() throws Exception {
    JsonNode models = run("stsb", ProjectFolder.sharedData("stsb"));

    assertThat(spearman(models, "inprocess/all-minilm-l6-v2")).isCloseTo(0.8203, within(0.0005));
    assertThat(spearman(models, "inprocess/all-minilm-l6-v2-q")).isCloseTo(0.8198, within(0.0005));
    assertThat(spearman(models, "inprocess/bge-small-en-v1.5-q")).isCloseTo(0.8568, within(0.0005));
  }

  private static long right(JsonNode models, String id) {
    JsonNode accuracy = models.path(id).path("metrics").path("accuracy");
    assertThat(accuracy.path("n").asLong()).isEqualTo(1319);
    return Math.round(accuracy.path("value").asDouble() * 1319);
  }

  private static double spearman(JsonNode models, String id) {
    JsonNode metric = models.path(id).path("metrics").path("cosine_spearman");
    assertThat(metric.path("n").asLong()).isEqualTo(1379);
    return metric.path("value").asDouble();
  }

  private JsonNode run(String example, Path data) throws Exception {
    Path document = ProjectFolder.root().resolve("examples").resolve(example).resolve("job.yaml");
    JavaProcess process =
        JavaProcess.start(
            ProjectFolder.application("standalone"),
            folder,
            example,
            Map.of("ASSAY_DATA_DIR", folder.resolve("data").toString()),
            List.of(
                "run",
                document.toString(),
                "--port",
                Integer.toString(JavaProcess.freePort()),
                "--set",
                "data=" + data,
                "--json"));
    assertThat(process.exitCode(10)).as(process::said).isZero();
    return ContractJson.mapper().readTree(process.output()).path("models");
  }
}

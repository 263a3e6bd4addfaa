package io.assay.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.tasks.Golden;
import io.assay.tasks.vectors.GoldenFiles;
import io.assay.tasks.vectors.ReferenceVectors;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageGoldenTest {

  private static final String MEAN = "clean_fid_random_subsets_mean";
  private static final String SPREAD = "clean_fid_random_subsets_spread";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decode.jsonl",
        "psnr.jsonl",
        "ssim.jsonl",
        "ms_ssim.jsonl",
        "masked.jsonl",
        "lab_convert.jsonl",
        "delta_e.jsonl",
        "image_delta_e.jsonl",
        "colorfulness.jsonl",
        "fid.jsonl",
        "fid_streaming.jsonl",
        "prdc.jsonl",
        "inception_score.jsonl",
        "lpips_core.jsonl",
        "clip_score.jsonl",
        "geneval.jsonl",
        "geneval_summary.jsonl",
        "preference_accuracy.jsonl"
      })
  void itAgreesWithTheReferences(String file) {
    GoldenFiles.check(file);
  }

  @Test
  void itAgreesWithKernelDistancesUpToTheSpreadOfRandomSubsets() {
    GoldenFiles.check(Golden.rows("kid.jsonl").map(ImageGoldenTest::withoutChance), Path.of("."));
    Golden.rows("kid.jsonl").forEach(ImageGoldenTest::checkChance);
  }

  private static JsonNode withoutChance(JsonNode row) {
    ObjectNode copy = row.deepCopy();
    ((ObjectNode) copy.path("expected")).remove(List.of(MEAN, SPREAD));
    return copy;
  }

  private static void checkChance(JsonNode row) {
    JsonNode expected = row.path("expected");
    if (expected.has(MEAN)) {
      JsonNode actual = ReferenceVectors.answer(row, Path.of(".")).path("actual");
      assertThat(actual.path(MEAN).asDouble())
          .as(row.path("id").asText())
          .isCloseTo(expected.path(MEAN).asDouble(), within(4 * actual.path(SPREAD).asDouble()));
    }
  }
}

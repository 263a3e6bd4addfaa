package io.assay.images.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Baselines of super-resolution, inpainting and colorization on photographs, with the numbers of
/// scikit-image.
class ImageBaselinesTest {

  private static final double TOLERANCE = 1e-9;

  private record Expectation(String field, String metric, String params) {}

  private static final List<Expectation> EXPECTATIONS =
      List.of(
          new Expectation("psnr", "psnr", "{}"),
          new Expectation("ssim_gaussian", "ssim", "{}"),
          new Expectation("ssim_uniform7", "ssim", "{\"convention\": \"uniform\"}"),
          new Expectation("psnr_y_crop4", "psnr", "{\"channel\": \"y\", \"crop\": 4}"),
          new Expectation("ciede2000_mean", "delta_e_2000", "{}"),
          new Expectation("colorfulness_of_output", "colorfulness", "{}"),
          new Expectation("mse_in_mask", "masked_mse", "{}"),
          new Expectation("psnr_in_mask", "masked_psnr", "{}"));

  private static @Nullable Path folder() {
    String shared = System.getenv("ASSAY_SHARED_DATA");
    return shared == null ? null : Path.of(shared, "images");
  }

  @TestFactory
  List<DynamicTest> theNumbersAreThoseOfScikitImage() throws IOException {
    Path folder = folder();
    assumeTrue(folder != null, "ASSAY_SHARED_DATA names no folder with images");
    var tests = new ArrayList<DynamicTest>();
    for (String line : Files.readAllLines(folder.resolve("tasks.jsonl"))) {
      JsonNode task = ContractJson.mapper().readTree(line);
      tests.add(
          DynamicTest.dynamicTest(task.path("output").asText(), () -> assertEqual(task, folder)));
    }
    assertThat(tests).hasSize(36);
    return tests;
  }

  private static void assertEqual(JsonNode task, Path folder) throws IOException {
    var drawn = new Drawn();
    byte[] reference = Files.readAllBytes(folder.resolve(task.path("reference").asText()));
    byte[] output = Files.readAllBytes(folder.resolve(task.path("output").asText()));
    byte[] mask =
        task.has("mask") ? Files.readAllBytes(folder.resolve(task.path("mask").asText())) : null;
    int compared = 0;
    for (Expectation each : EXPECTATIONS) {
      if (task.path("expected").path(each.field).isNumber()) {
        double value = drawn.value(each.metric, each.params, reference, output, mask);
        double expected = task.path("expected").path(each.field).doubleValue();
        assertThat(value)
            .as(each.field)
            .isCloseTo(expected, within(Math.abs(expected) * TOLERANCE));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(task.path("expected").size());
  }
}

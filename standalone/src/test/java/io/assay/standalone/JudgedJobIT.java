package io.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A job with judges whose process is killed halfway.
class JudgedJobIT {

  private static final int SAMPLES = 30;

  @TempDir Path folder;

  @Test
  void aKilledJobEndsWithEachSampleAndEachCallOfAJudgeCountedOnce() throws Exception {
    Path document = JudgedData.write(folder, SAMPLES, 4, 100);
    JavaProcess killed = start("killed", document.toString());
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> killed.said().matches("(?s).* [1-9]\\d*/" + SAMPLES + " .*"));
    killed.kill();
    assertThat(killed.said()).doesNotContain("completed after");
    String job = killed.said().replaceAll("(?s).*Job (\\S+): .*", "$1");

    JavaProcess resumed = start("resumed", "--resume", job, "--json");
    assertThat(resumed.exitCode(4)).as(resumed::said).isZero();

    JsonNode result = ContractJson.mapper().readTree(resumed.output());
    JsonNode models = result.path("models");
    assertThat(result.path("job").asText()).isEqualTo(job);
    assertThat(models).hasSize(2);
    long calls = 0;
    for (JsonNode model : models) {
      assertThat(model.path("counts").path("issued").asLong()).isEqualTo(SAMPLES);
      assertThat(model.path("counts").path("scored").asLong()).isEqualTo(SAMPLES);
      assertThat(model.path("metrics").path("win_rate").path("n").asLong()).isEqualTo(SAMPLES);
      assertThat(model.path("metrics").path("judge_pass").path("n").asLong()).isEqualTo(SAMPLES);
      calls += model.path("judgeCalls").asLong();
    }
    assertThat(calls).isEqualTo((long) SAMPLES * JudgedData.CALLS);
    assertThat(JudgedData.winRates(models)).isCloseTo(1, within(1e-12));
  }

  @Test
  void aRecordedJudgeSaysWhatItsFileSays() throws Exception {
    Path example = ProjectFolder.root().resolve("examples/judges/recorded.yaml");

    JavaProcess process = start("recorded", example.toString(), "--json");
    assertThat(process.exitCode(4)).as(process::said).isZero();

    JsonNode models = ContractJson.mapper().readTree(process.output()).path("models");
    JsonNode first = models.path("recorded/first").path("metrics");
    JsonNode second = models.path("recorded/second").path("metrics");
    assertThat(first.at("/judge_pass/value").asDouble()).isEqualTo(0.75);
    assertThat(second.at("/judge_pass/value").asDouble()).isEqualTo(0.5);
    // the first wins a capital and loses a colour; equal sums tie, and so does what depends on
    // order
    assertThat(first.at("/win_rate/value").asDouble()).isEqualTo(0.5);
    assertThat(second.at("/win_rate/value").asDouble()).isEqualTo(0.5);
    assertThat(first.at("/win_rate/n").asInt()).isEqualTo(4);
  }

  private JavaProcess start(String name, String... arguments) throws IOException {
    var all = new ArrayList<>(List.of("run", "--port", Integer.toString(JavaProcess.freePort())));
    all.addAll(List.of(arguments));
    return JavaProcess.start(
        ProjectFolder.application("standalone"),
        folder,
        name,
        Map.of("ASSAY_DATA_DIR", folder.resolve("data").toString()),
        all);
  }
}

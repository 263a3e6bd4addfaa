package io.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged application, as a user runs it.
class CommandLineIT {

  @TempDir Path folder;

  @Test
  void theJsonHasCountsAndMetricsAndASecondRunIsANewJob() throws Exception {
    Path document = job("", "");

    JsonNode first = json(run(0, "run", document.toString(), "--json"));
    JsonNode second = json(run(0, "run", document.toString(), "--json"));

    assertThat(first.path("state").asText()).isEqualTo("completed");
    assertThat(first.path("seconds").isNumber()).isTrue();
    JsonNode model = first.path("models").path("fake/oracle");
    assertThat(model.path("counts").path("issued").asLong()).isEqualTo(40);
    assertThat(model.path("counts").path("scored").asLong()).isEqualTo(40);
    assertThat(model.path("counts").path("deadLettered").asLong()).isZero();
    JsonNode metric = model.path("metrics").path("exact_match");
    assertThat(metric.path("value").asDouble()).isEqualTo(1.0);
    assertThat(metric.path("n").asLong()).isEqualTo(40);
    assertThat(metric.path("low").asDouble()).isBetween(0.85, 1.0);
    assertThat(metric.path("signature").asText()).startsWith("exact_match|");
    assertThat(second.path("job").asText()).isNotEqualTo(first.path("job").asText());
  }

  @Test
  void aFailedGateIsExitCodeTwo() throws Exception {
    Path document = job("", "gates: [{metric: exact_match, op: \"<\", value: 0.5}]");

    assertThat(run(2, "run", document.toString()).said()).contains("✕ failed");
  }

  @Test
  void failuresAboveTheAllowedShareAreExitCodeThree() throws Exception {
    Path document = job(", failRate: 1.0", "");

    assertThat(run(3, "run", document.toString()).said()).contains("0 of 40");
  }

  @Test
  void aBadDocumentIsRefusedWithLineAndSuggestion() throws Exception {
    Path document =
        Files.writeString(
            folder.resolve("bad.yaml"),
            Files.readString(job("", "")).replace("[exact_match]", "[exact_mach]"));

    assertThat(run(1, "run", document.toString()).said())
        .contains("bad.yaml:7:")
        .contains("exact_mach")
        .contains("exact_match")
        .contains("Nothing was started");
  }

  @Test
  void anInterruptedJobGoesOnWhereItWas() throws Exception {
    Path document = job(", delayMs: 100", "limits: {window: 4}");
    JavaProcess killed = start("killed", "run", document.toString());
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> killed.said().matches("(?s).* [1-9]\\d*/40 .*"));
    killed.kill();
    String job = killed.said().replaceAll("(?s).*Job (\\S+): .*", "$1");

    JsonNode resumed = json(run(0, "run", "--resume", job, "--json"));

    assertThat(resumed.path("job").asText()).isEqualTo(job);
    JsonNode counts = resumed.path("models").path("fake/oracle").path("counts");
    assertThat(counts.path("issued").asLong()).isEqualTo(40);
    assertThat(counts.path("scored").asLong()).isEqualTo(40);
  }

  @Test
  void everyCommandHasHelpAndDoctorFindsThisMachineFit() throws Exception {
    for (var command : Assay.commandLine().getSubcommands().keySet()) {
      assertThat(run(0, command, "--help").said()).contains("Usage: assay");
    }
    assertThat(run(0, "doctor").said()).contains("Ready.");
  }

  @Test
  void aWrongOptionIsAnErrorAndNotAFailedGate() throws Exception {
    assertThat(run(1, "run", "--no-such-option").said()).contains("--no-such-option");
  }

  private Path job(String modelOptions, String more) throws IOException {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      lines.add("{\"id\":\"s%d\",\"input\":\"%d+1\",\"target\":\"%d\"}".formatted(i, i, i + 1));
    }
    Files.write(folder.resolve("sums.jsonl"), lines);
    return Files.writeString(
        folder.resolve("job.yaml"),
        """
        name: Sums
        models:
          - {id: fake/oracle, provider: fake, options: {behaviour: oracle, accuracy: 1.0%s}}
        task: text-generation
        dataset: {path: sums.jsonl}
        fields: {input: input, target: target, id: id}
        metrics: [exact_match]
        %s
        """
            .formatted(modelOptions, more));
  }

  private JavaProcess run(int expected, String... arguments) throws Exception {
    JavaProcess process = start("run" + System.nanoTime(), arguments);
    assertThat(process.exitCode(3)).as(process::said).isEqualTo(expected);
    return process;
  }

  /// On ports of their own, since other tests start servers too.
  private JavaProcess start(String name, String... arguments) throws IOException {
    var all = new ArrayList<>(List.of(arguments));
    if (all.getFirst().equals("run")) {
      all.addAll(1, List.of("--port", Integer.toString(JavaProcess.freePort())));
    }
    return JavaProcess.start(
        ProjectFolder.application("standalone"),
        folder,
        name,
        Map.of("ASSAY_DATA_DIR", folder.resolve("data").toString()),
        all);
  }

  private static JsonNode json(JavaProcess process) throws IOException {
    return ContractJson.mapper().readTree(process.output());
  }
}

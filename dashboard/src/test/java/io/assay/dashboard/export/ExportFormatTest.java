package io.assay.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.wire.ContractJson;
import io.assay.dashboard.store.SampleDetail;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExportFormatTest {

  private static final String AUDIO =
      "{\"file\": \"a/b.wav\", \"blob\": {\"sha256\": \"%s\", \"mediaType\": \"audio/wav\", \"size\": 9}, \"seconds\": 2.5}"
          .formatted("0".repeat(64));

  private static SampleDetail sample(
      String input, @Nullable String target, @Nullable String output, String taskType) {
    return new SampleDetail(
        "j",
        "m/a",
        "t",
        "s1",
        2,
        "SCORED",
        "{}",
        input,
        3,
        target,
        output,
        output == null ? 0 : output.length(),
        "[{\"name\": \"wer\", \"metric\": \"wer\", \"value\": 0.25}, {\"name\": \"x\", \"metric\": \"x\"}]",
        null,
        "{\"taskType\": \"%s\", \"timing\": {\"call\": 1500.0}, \"usage\": {\"inputTokens\": 7}, \"slices\": [\"l=de\", \"k=1\"]}"
            .formatted(taskType),
        "o1",
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static String written(ExportFormat format, SampleDetail... samples) throws IOException {
    var out = new StringWriter();
    var sink = format.to(out, List.of("wer", "x"));
    for (var sample : samples) {
      sink.write(sample);
    }
    sink.end();
    return out.toString();
  }

  @Test
  void jsonLinesHaveEverything() throws IOException {
    var line =
        ContractJson.mapper()
            .readTree(written(ExportFormat.JSONL, sample("\"q\"", "[1]", "yes", "qa")));

    assertThat(line.path("id").asText()).isEqualTo("s1");
    assertThat(line.path("epoch").asInt()).isEqualTo(2);
    assertThat(line.path("input").asText()).isEqualTo("q");
    assertThat(line.path("target").get(0).asInt()).isEqualTo(1);
    assertThat(line.path("scores").path("wer").asDouble()).isEqualTo(0.25);
    assertThat(line.has("cut")).isFalse();
  }

  @Test
  void aTableQuotesWhatItMust() throws IOException {
    assertThat(
            written(ExportFormat.CSV, sample("\"say \\\"hi\\\", now\"", null, "line\nbreak", "qa"))
                .replace("\r\n", "\n"))
        .isEqualTo(
            """
            model,task,id,epoch,status,input,target,output,wer,x,reason,call_ms,input_tokens,output_tokens,cost,slices,cut
            m/a,t,s1,2,SCORED,"say ""hi"", now",,"line
            break",0.25,,,1500.0,7,,,l=de k=1,
            """);
  }

  @Test
  void aManifestOfTheLeaderboardHasSecondsAndBothTexts() throws IOException {
    String text =
        written(
            ExportFormat.OPEN_ASR,
            sample(AUDIO, "\"so it goes\"", "so it went", "speech-recognition"),
            sample("\"no recording\"", null, "x", "text-generation"),
            sample(AUDIO, "\"never heard\"", null, "speech-recognition"));

    assertThat(ContractJson.mapper().readTree(text))
        .isEqualTo(
            ContractJson.mapper()
                .readTree(
                    "{\"audio_filepath\": \"a/b.wav\", \"duration\": 2.5, \"time\": 1.5, \"text\": \"so it goes\", \"pred_text\": \"so it went\"}"));
    assertThat(text.lines()).hasSize(1);
  }

  @Test
  void programsAreWhatHumanEvalReads() throws IOException {
    assertThat(
            written(
                ExportFormat.HUMANEVAL,
                sample("\"q\"", null, "def f(): pass", "code-generation"),
                sample("\"q\"", null, "yes", "text-generation")))
        .isEqualTo("{\"task_id\":\"s1\",\"completion\":\"def f(): pass\"}\n");
  }
}

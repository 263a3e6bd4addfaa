package io.assay.producer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.blobs.FolderBlobStore;
import io.assay.blobs.JobBlobs;
import io.assay.contracts.event.Medium;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.PromptSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.dataset.Dataset;
import io.assay.producer.dataset.DatasetException;
import io.assay.producer.dataset.Item;
import io.assay.producer.prompt.PromptMaker;
import io.assay.tasks.type.MediaParts;
import io.assay.tasks.type.MediaParts.Kind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleMediaTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final MediaParts AUDIO = new MediaParts(Kind.AUDIO, null, Map.of());
  private static final MediaParts IMAGES =
      new MediaParts(Kind.IMAGE, Kind.IMAGE, Map.of("mask", Kind.IMAGE));

  @TempDir Path folder;
  private Path data = Path.of("unset");

  private record Here(Path data, JobBlobs blobs, Duration longestAudio) implements Dataset.Files {

    @Override
    public Path local(String path) {
      return data.resolve(path);
    }

    @Override
    public Path scratch(String name) {
      return data.resolve(name);
    }

    @Override
    public List<Path> roots() {
      return List.of(data);
    }
  }

  @BeforeEach
  void files() throws IOException {
    data = Files.createDirectories(folder.resolve("data"));
    Files.write(data.resolve("a.wav"), RecordingTest.wav(8000, 4000));
    Files.write(data.resolve("long.wav"), RecordingTest.wav(10, 3000));
    Files.writeString(folder.resolve("secret.wav"), "secret");
    ImageIO.write(
        new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB), "png", data.resolve("i.png").toFile());
  }

  private Here here() {
    return new Here(
        data,
        new FolderBlobStore(folder.resolve("blobs"), 100_000).of("job"),
        Duration.ofSeconds(60));
  }

  private SampleMedia media(MediaParts parts) {
    return SampleMedia.of(parts, data.resolve("manifest.jsonl").toString(), here());
  }

  private static Sample sample(
      String input, @Nullable JsonNode target, Map<String, JsonNode> metadata) {
    return new Sample("s1", JSON.textNode(input), target, null, metadata);
  }

  private static Sample sample(String input) {
    return sample(input, null, Map.of());
  }

  @Test
  void aRecordingIsStoredAndReferredTo() throws IOException {
    var stored = media(AUDIO).stored(sample("a.wav"));

    var medium = Medium.of(stored.input()).orElseThrow();
    assertThat(medium.file()).isEqualTo("a.wav");
    assertThat(medium.seconds()).isEqualTo(0.5);
    assertThat(medium.blob().mediaType()).isEqualTo("audio/wav");
    try (var in = here().blobs().open(medium.blob())) {
      assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(data.resolve("a.wav")));
    }
  }

  @Test
  void imagesOfAllPartsAreStored() {
    var stored =
        media(IMAGES)
            .stored(
                sample("i.png", JSON.textNode("i.png"), Map.of("mask", JSON.textNode("i.png"))));

    for (JsonNode part :
        List.of(
            stored.input(),
            Objects.requireNonNull(stored.target()),
            Objects.requireNonNull(stored.metadata().get("mask")))) {
      assertThat(Medium.of(part).orElseThrow().width()).isEqualTo(7);
    }
  }

  @Test
  void whatIsMissingOrNoneIsAProblem() {
    var media = media(AUDIO);

    assertThat(media.problem(sample("a.wav"))).isEmpty();
    assertThat(media.problem(sample("b.wav")))
        .hasValueSatisfying(problem -> assertThat(problem).contains("s1", "there is no file"));
    assertThat(media.problem(sample("i.png")))
        .hasValueSatisfying(problem -> assertThat(problem).contains("no audio of a known kind"));
    assertThat(media.problem(sample("."))).isPresent();
    assertThat(media.problem(sample("https://example.org/a.wav")))
        .hasValueSatisfying(problem -> assertThat(problem).contains("addresses"));
    assertThatThrownBy(() -> media.stored(sample("b.wav"))).isInstanceOf(DatasetException.class);
  }

  @Test
  void aRecordingThatIsTooLongIsAProblem() {
    assertThat(media(AUDIO).problem(sample("long.wav")))
        .hasValueSatisfying(
            problem -> assertThat(problem).contains("300 s", "60 s", "longest-audio"));
  }

  @Test
  void nothingOutsideTheAllowedFoldersIsRead() throws IOException {
    Files.createSymbolicLink(data.resolve("link.wav"), folder.resolve("secret.wav"));

    for (String path :
        List.of("../secret.wav", folder.resolve("secret.wav").toString(), "link.wav")) {
      assertThat(media(AUDIO).problem(sample(path)))
          .hasValueSatisfying(problem -> assertThat(problem).contains("outside the allowed"));
    }
  }

  @Test
  void aFileThatIsTooLargeIsAProblemOfTheDataset() throws IOException {
    Files.write(data.resolve("big.wav"), RecordingTest.wav(80_000, 200_000));

    assertThatThrownBy(() -> media(AUDIO).stored(sample("big.wav")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("100000 bytes");
  }

  @Test
  void aManifestIsReadByTheNamesOfItsFields() throws IOException {
    Files.writeString(
        data.resolve("manifest.jsonl"),
        """
        {"audio_filepath": "a.wav", "text": "hello", "duration": 0.5, "language": "en"}
        {"audio_filepath": "b.wav", "text": "gone"}
        """);
    var maker = PromptMaker.of(task(), here());
    try (var items = maker.dataset().open()) {
      var item = (Item.Good) Objects.requireNonNull(items.next());
      var stored = maker.stored(item);

      assertThat(maker.request(item, stored, 1))
          .isInstanceOfSatisfying(
              ModelRequest.Transcribe.class,
              asked -> {
                assertThat(asked.language()).isEqualTo("en");
                assertThat(asked.audioSeconds()).isEqualTo(0.5);
              });
      assertThat(stored.target()).isEqualTo(JSON.textNode("hello"));
      assertThat(items.next()).isNull(); // its file is missing: a bad row, left out
    }
  }

  private TaskSpec task() {
    var dataset =
        new DatasetSpec(
            null,
            data.resolve("manifest.jsonl").toString(),
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            null,
            null,
            DatasetSpec.OnBadRow.SKIP);
    return new TaskSpec(
        "speech",
        "speech-recognition",
        dataset,
        FieldMapping.DEFAULTS,
        PromptSpec.DEFAULTS,
        GenerationSettings.DEFAULTS,
        List.of(MetricSpec.of("wer")),
        1);
  }
}

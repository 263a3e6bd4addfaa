package io.assay.evaluator.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.assay.blobs.FolderBlobStore;
import io.assay.blobs.JobBlobs;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Medium;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.ModelRequest.Editing;
import io.assay.contracts.event.ModelRequest.ImageSize;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Sample;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.Capabilities;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.TestPrompts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recorded and fake models of speech and images.
class MediaModelsTest {

  private static final String SAID = "the quick brown fox jumps over the lazy dog again and again";

  @TempDir Path folder;
  private JobBlobs blobs = new FolderBlobStore(Path.of("unset"), 1).of("job-1");

  @BeforeEach
  void store() {
    blobs = new FolderBlobStore(folder.resolve("blobs"), 1 << 20).of("job-1");
  }

  private static byte[] png(int width, int height) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private Blob stored(byte[] content) throws IOException {
    return blobs.put("image/png", new ByteArrayInputStream(content));
  }

  private ModelRequest.Transcribe recording() throws IOException {
    return new ModelRequest.Transcribe(
        blobs.put("audio/wav", new ByteArrayInputStream(new byte[] {1})),
        6.0,
        "en",
        null,
        false,
        true);
  }

  private Completion ask(
      Provider provider, ModelSpec model, ModelRequest request, JsonNode input, JsonNode target)
      throws Exception {
    return ask(provider, model, request, new Sample("s1", input, target, null, Map.of()), 1);
  }

  private Completion ask(
      Provider provider, ModelSpec model, ModelRequest request, Sample sample, int epoch)
      throws Exception {
    var prompt =
        new Prompt(
            new SampleKey("job-1", model.id(), "task", sample.id(), epoch),
            "speech-recognition",
            model,
            request,
            sample,
            List.of(MetricSpec.of("wer")),
            null,
            null,
            Instant.now());
    return Capabilities.ask(
        provider.open(model),
        new CallContext(prompt, 0, Duration.ofSeconds(10), () -> false, blobs));
  }

  private static Answer answer(Completion completion) {
    assertThat(completion).isInstanceOf(Completion.Answered.class);
    return ((Completion.Answered) completion).answer();
  }

  private static String refusal(Completion completion) {
    assertThat(completion).isInstanceOf(Completion.Refused.class);
    return ((Completion.Refused) completion).reason();
  }

  private Answer.Transcript heard(double accuracy) throws Exception {
    var model =
        TestPrompts.model(
            "fake", "m", "{\"behaviour\": \"oracle\", \"accuracy\": " + accuracy + "}");
    return (Answer.Transcript)
        answer(
            ask(
                new FakeProvider(),
                model,
                recording(),
                TextNode.valueOf("a.wav"),
                TextNode.valueOf(SAID)));
  }

  @Test
  void anOracleHearsWhatWasSaidWithTimes() throws Exception {
    var heard = heard(1);

    assertThat(heard.text()).isEqualTo(SAID);
    assertThat(heard.words()).hasSize(12);
    assertThat(heard.words().getLast().end()).isEqualTo(6.0);
    assertThat(heard.audioSeconds()).isEqualTo(6.0);
  }

  @Test
  void aPoorOracleMakesTheSameMistakesAtEveryRun() throws Exception {
    assertThat(heard(0.5).text()).isNotEqualTo(SAID).isEqualTo(heard(0.5).text());
  }

  @Test
  void anEchoHearsNothing() throws Exception {
    var completion =
        ask(
            new FakeProvider(),
            TestPrompts.model("fake", "m", "{}"),
            recording(),
            TextNode.valueOf("a.wav"),
            TextNode.valueOf(SAID));

    assertThat(answer(completion))
        .isInstanceOfSatisfying(Answer.Transcript.class, it -> assertThat(it.text()).isEmpty());
  }

  private Blob drawn(String prompt, @Nullable Long seed) throws Exception {
    var settings = new GenerationSettings(null, null, null, List.of(), seed, null);
    var completion =
        ask(
            new FakeProvider(),
            TestPrompts.model("fake", "m", "{}"),
            new ModelRequest.GenerateImages(prompt, 1, new ImageSize(20, 10), settings),
            TextNode.valueOf(prompt),
            TextNode.valueOf(""));
    return ((Answer.Images) answer(completion)).images().getFirst();
  }

  @Test
  void aDrawingIsFixedByPromptAndSeed() throws Exception {
    assertThat(drawn("a cat", null)).isEqualTo(drawn("a cat", null));
    assertThat(drawn("a cat", null)).isNotEqualTo(drawn("a dog", null));
    assertThat(drawn("a cat", 1L)).isNotEqualTo(drawn("a cat", 2L));
    try (var in = blobs.open(drawn("a cat", null))) {
      var image = Objects.requireNonNull(ImageIO.read(in));
      assertThat(image.getWidth()).isEqualTo(20);
      assertThat(image.getHeight()).isEqualTo(10);
    }
  }

  private Blob edited(String options, Blob image, Blob target) throws Exception {
    var request =
        new ModelRequest.EditImage(
            image, null, "Fix it.", Editing.TRANSLATION, null, GenerationSettings.DEFAULTS);
    var completion =
        ask(
            new FakeProvider(),
            TestPrompts.model("fake", "m", options),
            request,
            new Medium("i.png", image, null, null, null).node(),
            new Medium("t.png", target, null, null, null).node());
    return ((Answer.Images) answer(completion)).images().getFirst();
  }

  @Test
  void anOracleGivesTheExpectedImageWithNoiseAndAnEchoTheGivenOne() throws Exception {
    Blob image = stored(png(6, 6));
    Blob target = stored(png(8, 8));

    Blob noisy = edited("{\"behaviour\": \"oracle\", \"accuracy\": 0.5}", image, target);

    assertThat(edited("{}", image, target)).isEqualTo(image);
    assertThat(noisy).isNotEqualTo(target);
    try (var in = blobs.open(noisy)) {
      assertThat(Objects.requireNonNull(ImageIO.read(in)).getWidth()).isEqualTo(8);
    }
  }

  @Test
  void anImageThatAFakeCannotReadIsNoAnswer() throws Exception {
    Blob broken = stored(new byte[] {1, 2, 3});
    var request =
        new ModelRequest.EditImage(
            broken, null, "Fix it.", Editing.TRANSLATION, null, GenerationSettings.DEFAULTS);

    var completion =
        ask(
            new FakeProvider(),
            TestPrompts.model("fake", "m", "{\"behaviour\": \"oracle\"}"),
            request,
            TextNode.valueOf("i.png"),
            new Medium("t.png", broken, null, null, null).node());

    assertThat(completion).isInstanceOf(Completion.Unavailable.class);
  }

  private ModelSpec recorded(String more, String... lines) throws IOException {
    Path file = Files.write(folder.resolve("records.jsonl"), List.of(lines));
    return TestPrompts.model(
        "recorded", "m", "{\"path\": \"" + file.toAbsolutePath() + "\"" + more + "}");
  }

  private Completion transcript(ModelSpec model) throws Exception {
    var input = new Medium("clips/a.wav", recording().audio(), 6.0, null, null).node();
    return ask(new RecordedProvider(), model, recording(), input, TextNode.valueOf(SAID));
  }

  @Test
  void aRecordedTranscriptIsATextOrWhispersObject() throws Exception {
    var text = recorded("", "{\"id\": \"s1\", \"output\": \"hello\"}");
    var object =
        recorded(
            ", \"output\": \"whisper\"",
            "{\"id\": \"s1\", \"whisper\": {\"text\": \"hi\", \"language\": \"en\", \"duration\":"
                + " 2, \"words\": [{\"word\": \"hi\", \"start\": 0.5, \"end\": 1}]}}");

    assertThat(((Answer.Transcript) answer(transcript(object))).words())
        .containsExactly(new Answer.Word("hi", 0.5, 1));
    assertThat(transcript(recorded("", "{\"id\": \"s1\", \"output\": \"hello\"}")))
        .isInstanceOf(Completion.Answered.class);
    assertThat(text.id()).isEqualTo("recorded/m");
  }

  @Test
  void aTranscriptIsFoundByTheRecordingsPath() throws Exception {
    var manifest =
        recorded(
            ", \"matchInput\": \"audio_filepath\", \"output\": \"pred_text\"",
            "{\"audio_filepath\": \"clips/a.wav\", \"text\": \"x\", \"pred_text\": \"heard\"}");

    assertThat(((Answer.Transcript) answer(transcript(manifest))).text()).isEqualTo("heard");
  }

  @Test
  void aTranscriptWithBrokenWordsIsRefused() throws Exception {
    var broken =
        recorded(
            "", "{\"id\": \"s1\", \"output\": {\"text\": \"hi\", \"words\": [{\"word\": 3}]}}");

    assertThat(refusal(transcript(broken))).contains("s1", "word of a transcript");
  }

  private Completion image(ModelSpec model, int epoch) throws Exception {
    var request = new ModelRequest.GenerateImages("a cat", 1, null, GenerationSettings.DEFAULTS);
    return ask(
        new RecordedProvider(),
        model,
        request,
        new Sample("s1", TextNode.valueOf("a cat"), null, null, Map.of()),
        epoch);
  }

  @Test
  void aRecordedImageIsAFileBesideTheRecords() throws Exception {
    Files.createDirectories(folder.resolve("out"));
    Files.write(folder.resolve("out/1.jpg"), png(3, 3));
    var model = recorded("", "{\"id\": \"s1\", \"output\": [\"out/1.jpg\", \"out/2.jpg\"]}");

    var made = (Answer.Images) answer(image(model, 1));

    assertThat(made.images().getFirst().mediaType()).isEqualTo("image/png"); // whatever its name
    assertThat(blobs.exists(made.images().getFirst())).isTrue();
    assertThat(refusal(image(model, 2))).contains("there is no file", "2.jpg");
    assertThat(refusal(image(model, 3))).contains("repeat 3");
  }

  private ModelSpec found(String objects) throws IOException {
    Files.write(folder.resolve("cat.png"), png(3, 3));
    return recorded(
        "", "{\"id\": \"s1\", \"output\": {\"image\": \"cat.png\", \"objects\": " + objects + "}}");
  }

  @Test
  void whatADetectorFoundIsRecordedBesideAnImage() throws Exception {
    var cat =
        "{\"class\": \"cat\", \"box\": [1, 2, 3, 4.5], \"confidence\": 0.9, \"color\": \"red\"}";

    assertThat(((Answer.Images) answer(image(found("[" + cat + "]"), 1))).found())
        .containsExactly(new Answer.Found("cat", List.of(1.0, 2.0, 3.0, 4.5), 0.9, "red"));
    assertThat(((Answer.Images) answer(image(found("[]"), 1))).found()).isEmpty();
    assertThat(((Answer.Images) answer(image(found("null"), 1))).found()).isNull();
  }

  @Test
  void brokenObjectsAreRefusedWithTheReason() throws Exception {
    assertThat(refusal(image(found("[{\"class\": \"cat\", \"box\": [1, 2]}]"), 1)))
        .contains("box of cat");
    assertThat(refusal(image(found("[{\"box\": [1, 2, 3, 4]}]"), 1))).contains("name");
    assertThat(refusal(image(found("{}"), 1))).contains("objects");
  }

  @Test
  void aRecordCannotLeadOutOfItsFolder() throws Exception {
    Path records = Files.createDirectories(folder.resolve("records"));
    Files.write(folder.resolve("secret.png"), png(3, 3));
    Files.createSymbolicLink(records.resolve("link.png"), folder.resolve("secret.png"));
    for (String path :
        List.of("../secret.png", folder.resolve("secret.png").toString(), "link.png")) {
      Path file =
          Files.writeString(
              records.resolve("r.jsonl"), "{\"id\": \"s1\", \"output\": \"" + path + "\"}\n");
      var model =
          TestPrompts.model("recorded", path, "{\"path\": \"" + file.toAbsolutePath() + "\"}");

      assertThat(refusal(new RecordedProviderAnswer(model, blobs).image()))
          .contains("outside the folder");
    }
  }

  /// Opens the records anew: an index is kept for a second.
  private record RecordedProviderAnswer(ModelSpec model, JobBlobs blobs) {
    Completion image() throws Exception {
      var request = new ModelRequest.GenerateImages("a", 1, null, GenerationSettings.DEFAULTS);
      var prompt =
          new Prompt(
              new SampleKey("job-1", model.id(), "task", "s1", 1),
              "image-generation",
              model,
              request,
              new Sample("s1", TextNode.valueOf("a"), null, null, Map.of()),
              List.of(MetricSpec.of("wer")),
              null,
              null,
              Instant.now());
      return Capabilities.ask(
          new RecordedProvider().open(model),
          new CallContext(prompt, 0, Duration.ofSeconds(10), () -> false, blobs));
    }
  }

  @Test
  void aFolderHasImagesByTheSamplesIds() throws Exception {
    Path images = Files.createDirectories(folder.resolve("images"));
    Files.write(images.resolve("s1.png"), png(3, 3));
    Files.write(images.resolve("s1-2.webp"), png(4, 4));
    var model =
        TestPrompts.model("recorded", "m", "{\"path\": \"" + images.toAbsolutePath() + "\"}");

    var first = (Answer.Images) answer(image(model, 1));
    var second = (Answer.Images) answer(image(model, 2));

    assertThat(first.images()).isNotEqualTo(second.images());
    Files.delete(images.resolve("s1.png"));
    assertThat(refusal(image(model, 1))).contains("s1", "no image");
  }

  @Test
  void aModelWithoutTheCapabilitySaysWhatItCan() throws Exception {
    Path images = Files.createDirectories(folder.resolve("images"));
    var model =
        TestPrompts.model("recorded", "m", "{\"path\": \"" + images.toAbsolutePath() + "\"}");

    assertThat(refusal(transcript(model)))
        .contains("cannot transcribe speech", "it can generate images and edit images");
  }
}

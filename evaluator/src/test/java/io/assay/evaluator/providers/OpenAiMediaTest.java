package io.assay.evaluator.providers;

import static io.assay.evaluator.http.StubServer.body;
import static io.assay.evaluator.http.StubServer.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.assay.blobs.FolderBlobStore;
import io.assay.blobs.JobBlobs;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.ModelRequest.ChatMessage;
import io.assay.contracts.event.ModelRequest.Editing;
import io.assay.contracts.event.ModelRequest.ImageSize;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.Price;
import io.assay.evaluator.http.StubServer;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.TestPrompts;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Speech, images, and both in chats.
class OpenAiMediaTest {

  @TempDir Path folder;

  private final OpenAi openAi = new OpenAi();
  private StubServer server = new StubServer();

  @AfterEach
  void close() {
    openAi.close();
    server.close();
  }

  private void serve(StubServer.Behaviour... behaviours) {
    server.close();
    server = new StubServer(behaviours);
  }

  private JobBlobs blobs() {
    return new FolderBlobStore(folder, 1 << 20).of("job-1");
  }

  private Blob audio() throws IOException {
    return blobs().put("audio/wav", new ByteArrayInputStream("RIFF-of-a-test".getBytes(UTF_8)));
  }

  private static byte[] png(Color color) throws IOException {
    var image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, color.getRGB());
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private Blob image(Color color) throws IOException {
    return blobs().put("image/png", new ByteArrayInputStream(png(color)));
  }

  private Completion ask(ModelSpec model, ModelRequest request) throws Exception {
    var prompt = TestPrompts.prompt(model, request, "s1", TextNode.valueOf("?"), "");
    return openAi.ask(new CallContext(prompt, 1, Duration.ofSeconds(10), () -> false, blobs()));
  }

  private Completion ask(String options, ModelRequest request) throws Exception {
    return ask(OpenAi.model(server.endpoint(), options), request);
  }

  private ModelRequest transcribe(boolean translate, boolean words) throws IOException {
    return new ModelRequest.Transcribe(audio(), 30.0, "de", "Assay", translate, words);
  }

  private StubServer.Seen seen() {
    return server.seen().getLast();
  }

  @Test
  void aRecordingIsTranscribed() throws Exception {
    serve(
        json(200, "{\"text\": \" Guten Tag.\\n\", \"language\": \"german\", \"duration\": 29.5}"));

    assertThat(((Completion.Answered) ask("{}", transcribe(false, false))).answer())
        .isEqualTo(new Answer.Transcript("Guten Tag.", "german", 29.5, List.of()));
    assertThat(seen().path()).isEqualTo("/v1/audio/transcriptions");
    assertThat(seen().body())
        .contains(
            "name=\"file\"; filename=\"audio.wav\"\r\nContent-Type: audio/wav\r\n\r\nRIFF-of-a-test\r\n")
        .contains("name=\"model\"\r\n\r\ntiny\r\n", "name=\"language\"\r\n\r\nde\r\n")
        .contains("name=\"prompt\"\r\n\r\nAssay\r\n", "name=\"response_format\"\r\n\r\njson\r\n");
  }

  @Test
  void translationHasAnAddressOfItsOwn() throws Exception {
    serve(json(200, "{\"text\": \"Good day.\"}"));

    assertThat(ask("{}", transcribe(true, false))).isInstanceOf(Completion.Answered.class);
    assertThat(seen().path()).isEqualTo("/v1/audio/translations");
  }

  @Test
  void wordsHaveTimes() throws Exception {
    serve(
        json(
            200,
            "{\"text\": \"Hi you\", \"duration\": \"1.5\", \"words\": [{\"word\": \"Hi\", \"start\": 0, \"end\": 0.4},"
                + " {\"word\": \"you\", \"start\": 0.4, \"end\": 1}]}"));

    assertThat(((Completion.Answered) ask("{}", transcribe(false, true))).answer())
        .isEqualTo(
            new Answer.Transcript(
                "Hi you",
                null,
                1.5,
                List.of(new Answer.Word("Hi", 0, 0.4), new Answer.Word("you", 0.4, 1))));
    assertThat(seen().body())
        .contains("name=\"timestamp_granularities[]\"\r\n\r\nword", "verbose_json");
  }

  @Test
  void whisperCppHasItsOwnAddressAndFields() throws Exception {
    serve(
        json(
            200,
            "{\"text\": \"Good day\", \"segments\": [{\"words\": [{\"word\": \" Good\", \"start\": 0.1, \"end\": 0.4}]}]}"));
    var model = OpenAi.model(server.endpoint().replace("/v1", ""), "{\"audio\": \"whisper-cpp\"}");

    assertThat(
            ((Answer.Transcript)
                    ((Completion.Answered) ask(model, transcribe(true, true))).answer())
                .words())
        .containsExactly(new Answer.Word("Good", 0.1, 0.4));
    assertThat(seen().path()).isEqualTo("/inference");
    assertThat(seen().body()).contains("name=\"translate\"\r\n\r\ntrue");
  }

  @Test
  void timesThatCannotBeAreNone() throws Exception {
    serve(
        json(
            200,
            "{\"text\": \"Hi\", \"segments\": [{\"words\": [{\"word\": \"Hi\", \"start\": -1007.2, \"end\": -996}]}]}"));

    assertThat(
            ((Answer.Transcript)
                    ((Completion.Answered) ask("{}", transcribe(false, true))).answer())
                .words())
        .isEmpty();
  }

  @Test
  void whatIsNoRecordingFailsAlone() throws Exception {
    serve(body(400, "text/plain", "Invalid request"));

    assertThat(ask("{}", transcribe(false, false)))
        .isInstanceOfSatisfying(
            Completion.Refused.class, r -> assertThat(r.reason()).contains("Invalid request"));
  }

  @Test
  void aMinuteOfAudioHasItsPrice() throws Exception {
    serve(json(200, "{\"text\": \"Hi\"}"));
    var plain = OpenAi.model(server.endpoint(), "{}");
    var priced =
        new ModelSpec(
            plain.id(),
            plain.provider(),
            plain.name(),
            plain.endpoint(),
            null,
            plain.pool(),
            Map.of(),
            new Price(null, null, 0.006, null));

    assertThat(((Completion.Answered) ask(priced, transcribe(false, false))).usage().cost())
        .isEqualTo(0.003);
  }

  @Test
  void imagesAreMadeAndStored() throws Exception {
    byte[] red = png(Color.RED);
    serve(
        json(
            200,
            "{\"data\": [{\"b64_json\": \"%s\"}, {\"b64_json\": \"%s\"}]}"
                .formatted(
                    Base64.getEncoder().encodeToString(red),
                    Base64.getEncoder().encodeToString(png(Color.BLUE)))));
    var request =
        new ModelRequest.GenerateImages(
            "a dog", 2, new ImageSize(512, 256), GenerationSettings.DEFAULTS);
    var images = ((Answer.Images) ((Completion.Answered) ask("{}", request)).answer()).images();

    assertThat(images).hasSize(2);
    assertThat(blobs().open(images.getFirst()).readAllBytes()).isEqualTo(red);
    assertThat(seen().path()).isEqualTo("/v1/images/generations");
    assertThat(seen().body()).contains("\"size\":\"512x256\"", "\"n\":2", "\"prompt\":\"a dog\"");
  }

  @Test
  void anImageByAddressIsFetched() throws Exception {
    byte[] red = png(Color.RED);
    serve();
    String address = server.endpoint().replace("/v1", "/images/1.png");
    server.then(json(200, "{\"data\": [{\"url\": \"" + address + "\"}]}"));
    server.then(exchange -> {
      exchange.sendResponseHeaders(200, red.length);
      exchange.getResponseBody().write(red);
    });
    var request = new ModelRequest.GenerateImages("a dog", 1, null, GenerationSettings.DEFAULTS);
    var images = ((Answer.Images) ((Completion.Answered) ask("{}", request)).answer()).images();

    assertThat(images.getFirst().size()).isEqualTo(red.length);
    assertThat(seen().path()).isEqualTo("/images/1.png");
  }

  @Test
  void fewerImagesThanAskedForAreNoAnswer() throws Exception {
    serve(json(200, "{\"data\": []}"));
    var request = new ModelRequest.GenerateImages("a dog", 1, null, GenerationSettings.DEFAULTS);

    assertThat(ask("{}", request))
        .isInstanceOfSatisfying(
            Completion.Unavailable.class,
            u -> assertThat(u.lastError()).contains("gave 0 images, 1 were asked for"));
  }

  @Test
  void anImageIsEditedUnderAMask() throws Exception {
    serve(
        json(
            200,
            "{\"data\": [{\"b64_json\": \"%s\"}]}"
                .formatted(Base64.getEncoder().encodeToString(png(Color.RED)))));
    var request =
        new ModelRequest.EditImage(
            image(Color.BLUE),
            image(Color.WHITE),
            "a cat",
            Editing.INPAINTING,
            null,
            GenerationSettings.DEFAULTS);

    assertThat(ask("{}", request)).isInstanceOf(Completion.Answered.class);
    assertThat(seen().path()).isEqualTo("/v1/images/edits");
    assertThat(seen().body())
        .contains("name=\"image\"; filename=\"image.png\"", "name=\"mask\"; filename=\"mask.png\"")
        .contains("name=\"prompt\"\r\n\r\na cat\r\n");
  }

  @Test
  void withoutWordsAVariationIsAskedFor() throws Exception {
    serve(
        json(
            200,
            "{\"data\": [{\"b64_json\": \"%s\"}]}"
                .formatted(Base64.getEncoder().encodeToString(png(Color.RED)))));
    var request =
        new ModelRequest.EditImage(
            image(Color.BLUE), null, "", Editing.TRANSLATION, null, GenerationSettings.DEFAULTS);

    assertThat(ask("{}", request)).isInstanceOf(Completion.Answered.class);
    assertThat(seen().path()).isEqualTo("/v1/images/variations");
  }

  @Test
  void masksAreTransparentWhereTheyWereWhite() throws Exception {
    var theirs =
        ImageIO.read(
            new ByteArrayInputStream(
                Masks.transparentWhereWhite(new ByteArrayInputStream(png(Color.WHITE)))));

    assertThat(theirs.getRGB(0, 0) >>> 24).isZero();
    assertThat(theirs.getRGB(1, 1) >>> 24).isEqualTo(255);
  }

  @Test
  void imagesAndRecordingsGoIntoChats() throws Exception {
    serve(json(200, "{\"choices\": [{\"message\": {\"content\": \"a dog\"}}]}"));
    var message = new ChatMessage("user", "What is this?", List.of(image(Color.RED), audio()));
    var request = new ModelRequest.GenerateText(List.of(message), GenerationSettings.DEFAULTS);

    assertThat(OpenAi.text(ask("{}", request))).isEqualTo("a dog");
    assertThat(seen().body())
        .contains("{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,")
        .contains("{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"", "\"format\":\"wav\"")
        .contains("{\"type\":\"text\",\"text\":\"What is this?\"}");
  }
}

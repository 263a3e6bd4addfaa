package io.assay.tasks.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Medium;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.ModelRequest.Editing;
import io.assay.contracts.event.ModelRequest.ImageSize;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.PromptSpec;
import io.assay.contracts.spec.TaskSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MediaTaskTypesTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Blob BLOB = new Blob("0".repeat(64), "audio/wav", 7);
  private static final Blob MASK = new Blob("1".repeat(64), "image/png", 7);

  private static TaskSpec task(String type, @Nullable String template, String metric) {
    return new TaskSpec(
        "task",
        type,
        DatasetSpec.file("m.jsonl"),
        FieldMapping.DEFAULTS,
        new PromptSpec(template, null, null),
        new GenerationSettings(null, null, null, List.of(), 7L, null),
        List.of(MetricSpec.of(metric)),
        1);
  }

  private static Sample sample(
      JsonNode input, @Nullable JsonNode target, Map<String, JsonNode> metadata) {
    return new Sample("s1", input, target, null, metadata);
  }

  private static JsonNode stored(Blob blob) {
    return new Medium("clips/a.wav", blob, 2.5, null, null).node();
  }

  private static JsonNode text(String text) {
    return JSON.textNode(text);
  }

  @Test
  void aRecordingIsTranscribedInItsLanguage() {
    var sample = sample(stored(BLOB), text("hi"), Map.of("language", text("de")));

    var request =
        TaskTypes.get("speech-recognition")
            .request(sample, "ignored", task("speech-recognition", null, "wer"), 1);

    assertThat(request).isEqualTo(new ModelRequest.Transcribe(BLOB, 2.5, "de", null, false, true));
  }

  @Test
  void aTranslationIsAskedForAsOneWithTheTemplateBefore() {
    var request =
        TaskTypes.get("speech-translation")
            .request(
                sample(stored(BLOB), text("hi"), Map.of()),
                "Names: Ada",
                task("speech-translation", "Names: {{ n }}", "bleu"),
                1);

    assertThat(request)
        .isEqualTo(new ModelRequest.Transcribe(BLOB, 2.5, null, "Names: Ada", true, true));
  }

  @Test
  void aRecordingWithoutPathOrTargetIsAProblem() {
    var type = TaskTypes.get("speech-recognition");
    var task = task("speech-recognition", null, "wer");

    assertThat(type.problemWith(sample(text("a.wav"), text(""), Map.of()), task)).isEmpty();
    assertThat(type.problemWith(sample(text(" "), text("hi"), Map.of()), task)).isPresent();
    assertThat(type.problemWith(sample(text("a.wav"), null, Map.of()), task))
        .hasValueSatisfying(problem -> assertThat(problem).contains("s1", "target"));
    assertThat(
            type.problemWith(
                sample(text("a.wav"), null, Map.of()), task("speech-recognition", null, "rtfx")))
        .isEmpty();
  }

  @Test
  void anImageOfASizeIsAskedForWithTheSeedOfItsRepeat() {
    var request =
        TaskTypes.get("image-generation")
            .request(
                sample(text("a cat"), null, Map.of("size", text("64x48"))),
                "a cat",
                task("image-generation", null, "rtfx"),
                3);

    assertThat(request)
        .isInstanceOfSatisfying(
            ModelRequest.GenerateImages.class,
            asked -> {
              assertThat(asked.size()).isEqualTo(new ImageSize(64, 48));
              assertThat(asked.settings().seed()).isEqualTo(9);
            });
  }

  @Test
  void aSizeThatIsNoneIsAProblem() {
    var type = TaskTypes.get("image-generation");

    assertThat(
            type.problemWith(
                sample(text("a cat"), null, Map.of("size", text("64 by 48"))),
                task("image-generation", null, "rtfx")))
        .hasValueSatisfying(problem -> assertThat(problem).contains("64 by 48", "512x512"));
  }

  @Test
  void aMaskMakesAnEditAnInpainting() {
    var request =
        TaskTypes.get("image-editing")
            .request(
                sample(stored(BLOB), null, Map.of("mask", stored(MASK))),
                "a.png",
                task("image-editing", null, "rtfx"),
                1);

    assertThat(request)
        .isInstanceOfSatisfying(
            ModelRequest.EditImage.class,
            asked -> {
              assertThat(asked.kind()).isEqualTo(Editing.INPAINTING);
              assertThat(asked.mask()).isEqualTo(MASK);
              assertThat(asked.prompt()).contains("masked");
            });
  }

  @Test
  void whatToDoIsTheRowsOwnUnlessThereIsATemplate() {
    var sample =
        sample(
            stored(BLOB),
            null,
            Map.of("kind", text("super_resolution"), "prompt", text("Enlarge.")));
    var type = TaskTypes.get("image-editing");

    var plain = (ModelRequest.EditImage) type.request(sample, "", task("x", null, "rtfx"), 1);
    var made = (ModelRequest.EditImage) type.request(sample, "Now!", task("x", "t", "rtfx"), 1);

    assertThat(plain.kind()).isEqualTo(Editing.SUPER_RESOLUTION);
    assertThat(plain.prompt()).isEqualTo("Enlarge.");
    assertThat(made.prompt()).isEqualTo("Now!");
  }

  @Test
  void editsThatCannotBeAreProblems() {
    var type = TaskTypes.get("image-editing");
    var task = task("image-editing", null, "rtfx");

    assertThat(type.problemWith(sample(text("a.png"), null, Map.of("kind", text("paint"))), task))
        .hasValueSatisfying(problem -> assertThat(problem).contains("paint", "inpainting"));
    assertThat(
            type.problemWith(sample(text("a.png"), null, Map.of("kind", text("inpainting"))), task))
        .hasValueSatisfying(problem -> assertThat(problem).contains("mask"));
    assertThat(type.problemWith(sample(text("a.png"), JSON.numberNode(3), Map.of()), task))
        .hasValueSatisfying(problem -> assertThat(problem).contains("target"));
  }

  @Test
  void aPartThatWasNotStoredIsNamed() {
    assertThatThrownBy(() ->
            TaskTypes.get("speech-recognition")
                .request(
                    sample(text("a.wav"), null, Map.of()),
                    "",
                    task("speech-recognition", null, "wer"),
                    1))
        .hasMessageContaining("s1");
  }
}

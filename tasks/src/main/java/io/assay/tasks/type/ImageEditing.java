package io.assay.tasks.type;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.ModelRequest.Editing;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.metric.Metrics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A model changes an image. A sample's input is the path of an image, its target that of the image
/// as it should become. Its metadata may say the `kind` (`inpainting`, `super-resolution`,
/// `colorization`, `translation`; inpainting where there is a mask, else translation, if absent),
/// the path of a `mask` whose white part is to be changed, what to do in words (`prompt`), and the
/// wanted `size`. A template goes before `prompt`, and that before a sentence of the kind's own.
final class ImageEditing implements TaskType {

  private static final MediaParts PARTS =
      new MediaParts(
          MediaParts.Kind.IMAGE, MediaParts.Kind.IMAGE, Map.of("mask", MediaParts.Kind.IMAGE));

  @Override
  public String name() {
    return "image-editing";
  }

  @Override
  public String summary() {
    return "The model changes an image: inpainting, super-resolution, colorization, translation.";
  }

  @Override
  public Capability capability() {
    return Capability.EDIT_IMAGE;
  }

  @Override
  public boolean rendersText() {
    return true;
  }

  @Override
  public List<String> defaultMetrics() {
    return List.of("psnr", "ssim");
  }

  @Override
  public MediaParts media() {
    return PARTS;
  }

  @Override
  public Optional<String> problemWith(Sample sample, TaskSpec task) {
    return inputProblem(sample)
        .or(() -> SampleFields.sizeProblem(sample))
        .or(() -> targetProblem(sample, task))
        .map(problem -> "sample " + sample.id() + ": " + problem);
  }

  private static Optional<String> inputProblem(Sample sample) {
    JsonNode kind = sample.metadata().get("kind");
    if (!SampleFields.isPath(sample.input())) {
      return Optional.of("input is " + sample.input() + ", expected the path of an image");
    }
    if (kind != null && named(kind.asText()).isEmpty()) {
      return Optional.of(
          "metadata.kind is %s, expected one of %s"
              .formatted(kind, Arrays.stream(Editing.values()).map(ImageEditing::name).toList()));
    }
    return sample.metadata().get("mask") == null && kind(sample) == Editing.INPAINTING
        ? Optional.of("metadata has no mask, which inpainting needs")
        : Optional.empty();
  }

  /// What is wrong with the path of an image that a metric compares with.
  static Optional<String> targetProblem(Sample sample, TaskSpec task) {
    JsonNode target = sample.target();
    if (target == null || target.isNull()) {
      return task.metrics().stream().anyMatch(Metrics::needsTarget)
          ? Optional.of("there is no target, but a metric compares with it")
          : Optional.empty();
    }
    return SampleFields.isPath(target)
        ? Optional.empty()
        : Optional.of("target is " + target + ", expected the path of an image");
  }

  private static Editing kind(Sample sample) {
    return SampleFields.text(sample, "kind")
        .flatMap(ImageEditing::named)
        .orElse(sample.metadata().get("mask") == null ? Editing.TRANSLATION : Editing.INPAINTING);
  }

  private static Optional<Editing> named(String name) {
    String wanted =
        name.toLowerCase(Locale.ROOT).replace('_', '-').replace("colourization", "colorization");
    return Arrays.stream(Editing.values()).filter(each -> name(each).equals(wanted)).findFirst();
  }

  private static String name(Editing kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public ModelRequest request(Sample sample, String rendered, TaskSpec task, int epoch) {
    Editing kind = kind(sample);
    String prompt =
        task.prompt().template() != null
            ? rendered
            : SampleFields.text(sample, "prompt").orElseGet(() -> instruction(kind));
    return new ModelRequest.EditImage(
        SampleFields.medium(sample.input(), "input", sample).blob(),
        SampleFields.mask(sample),
        prompt,
        kind,
        SampleFields.size(sample).orElse(null),
        TextGeneration.settings(task.generation(), epoch));
  }

  private static String instruction(Editing kind) {
    return switch (kind) {
      case INPAINTING -> "Fill in the masked part so that it fits the rest of the image.";
      case SUPER_RESOLUTION -> "Enlarge the image with sharp, faithful detail.";
      case COLORIZATION -> "Give the image natural colours.";
      case TRANSLATION -> "Change the image as asked.";
    };
  }
}

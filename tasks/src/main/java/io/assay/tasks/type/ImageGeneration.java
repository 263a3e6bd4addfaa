package io.assay.tasks.type;

import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.TaskSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A model makes an image of a description; repeats make several. A sample's input is a text, its
/// target may be the path of a real image: sets of both are compared, not one with the other. Its
/// metadata may say the wanted `size`, such as `512x512`.
final class ImageGeneration implements TaskType {

  private static final MediaParts PARTS = new MediaParts(null, MediaParts.Kind.IMAGE, Map.of());

  @Override
  public String name() {
    return "image-generation";
  }

  @Override
  public String summary() {
    return "The model makes an image of a description.";
  }

  @Override
  public Capability capability() {
    return Capability.GENERATE_IMAGES;
  }

  @Override
  public boolean rendersText() {
    return true;
  }

  @Override
  public List<String> defaultMetrics() {
    return List.of("valid_image", "colorfulness");
  }

  @Override
  public MediaParts media() {
    return PARTS;
  }

  @Override
  public Optional<String> problemWith(Sample sample, TaskSpec task) {
    return SampleFields.sizeProblem(sample)
        .or(() -> ImageEditing.targetProblem(sample, task))
        .map(problem -> "sample " + sample.id() + ": " + problem);
  }

  @Override
  public ModelRequest request(Sample sample, String rendered, TaskSpec task, int epoch) {
    return new ModelRequest.GenerateImages(
        rendered,
        1,
        SampleFields.size(sample).orElse(null),
        TextGeneration.settings(task.generation(), epoch));
  }
}

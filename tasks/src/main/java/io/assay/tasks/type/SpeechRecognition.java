package io.assay.tasks.type;

import io.assay.contracts.event.Medium;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.Targets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A model writes down what is said. A sample's input is the path of a recording, its target what
/// was said: a text, or a list of accepted ones. Its metadata may say the `language` (ISO 639-1),
/// which is told to the model.
final class SpeechRecognition implements TaskType {

  static final MediaParts RECORDING = new MediaParts(MediaParts.Kind.AUDIO, null, Map.of());

  @Override
  public String name() {
    return "speech-recognition";
  }

  @Override
  public String summary() {
    return "The model writes down what is said in a recording.";
  }

  @Override
  public Capability capability() {
    return Capability.TRANSCRIBE;
  }

  @Override
  public boolean rendersText() {
    return true;
  }

  @Override
  public List<String> defaultMetrics() {
    return List.of("wer", "cer");
  }

  @Override
  public MediaParts media() {
    return RECORDING;
  }

  @Override
  public Optional<String> problemWith(Sample sample, TaskSpec task) {
    return problem(sample, task);
  }

  static Optional<String> problem(Sample sample, TaskSpec task) {
    if (!SampleFields.isPath(sample.input())) {
      return Optional.of(
          "sample "
              + sample.id()
              + ": input is "
              + sample.input()
              + ", expected the path of a recording");
    }
    boolean judged = task.metrics().stream().anyMatch(Metrics::needsTarget);
    return judged && Targets.texts(sample.target()).isEmpty()
        ? Optional.of(
            "sample %s: target is %s, but a metric compares with what was said"
                .formatted(sample.id(), Targets.describe(sample.target())))
        : Optional.empty();
  }

  @Override
  public ModelRequest request(Sample sample, String rendered, TaskSpec task, int epoch) {
    return request(sample, rendered, task, false);
  }

  /// The prompt's template, if there is one, is what the model is given before the recording.
  static ModelRequest request(Sample sample, String rendered, TaskSpec task, boolean translate) {
    Medium recording = SampleFields.medium(sample.input(), "input", sample);
    return new ModelRequest.Transcribe(
        recording.blob(),
        recording.seconds(),
        SampleFields.text(sample, "language").orElse(null),
        task.prompt().template() == null ? null : rendered,
        translate,
        true);
  }
}

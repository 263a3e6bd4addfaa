package io.assay.tasks.type;

import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.TaskSpec;
import java.util.List;
import java.util.Optional;

/// A model writes down in English what is said in another language. Samples are those of
/// [SpeechRecognition], with English targets.
final class SpeechTranslation implements TaskType {

  @Override
  public String name() {
    return "speech-translation";
  }

  @Override
  public String summary() {
    return "The model writes down in English what is said in another language.";
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
    return List.of("bleu", "chrf");
  }

  @Override
  public MediaParts media() {
    return SpeechRecognition.RECORDING;
  }

  @Override
  public Optional<String> problemWith(Sample sample, TaskSpec task) {
    return SpeechRecognition.problem(sample, task);
  }

  @Override
  public ModelRequest request(Sample sample, String rendered, TaskSpec task, int epoch) {
    return SpeechRecognition.request(sample, rendered, task, true);
  }
}

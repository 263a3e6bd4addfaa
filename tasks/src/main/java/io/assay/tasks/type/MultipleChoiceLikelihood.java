package io.assay.tasks.type;

import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.choice.Choices;
import java.util.List;
import java.util.Optional;

/// A model takes one of several answers by finding it the likeliest after the question. Samples are
/// those of [MultipleChoice]; the model sees no letters, unless the choices are letters and the
/// template lists the answers.
final class MultipleChoiceLikelihood implements TaskType {

  @Override
  public String name() {
    return "multiple-choice-likelihood";
  }

  @Override
  public String summary() {
    return "The model takes the one of several answers that it finds the likeliest.";
  }

  @Override
  public Capability capability() {
    return Capability.LIKELIHOOD;
  }

  @Override
  public boolean rendersText() {
    return true;
  }

  @Override
  public List<String> defaultMetrics() {
    return List.of("accuracy", "acc_norm");
  }

  @Override
  public Optional<String> problemWith(Sample sample, TaskSpec task) {
    return MultipleChoice.problem(sample, task);
  }

  @Override
  public ModelRequest request(Sample sample, String rendered, TaskSpec task, int epoch) {
    String system = task.prompt().system();
    String whole = system == null || system.isBlank() ? rendered : system + "\n\n" + rendered;
    return Continuations.after(whole, Choices.texts(sample));
  }
}

package io.assay.tasks.type;

import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.choice.Choices;
import io.assay.tasks.metric.Metrics;
import java.util.List;
import java.util.Optional;

/// A model takes one of several answers by writing its letter. The answers are in the sample's
/// metadata `choices`; its target names the right one by letter, by number from 0, or by its text.
/// Without a template of the document's own the choices and what to do are added to the question.
final class MultipleChoice implements TaskType {

  private static final String TASK =
      "Which answer is right? You may think first. End with a line of the form"
          + " “Answer: X”, where X is the letter of one answer.";

  @Override
  public String name() {
    return "multiple-choice";
  }

  @Override
  public String summary() {
    return "The model takes one of several answers by writing its letter.";
  }

  @Override
  public Capability capability() {
    return Capability.GENERATE_TEXT;
  }

  @Override
  public boolean rendersText() {
    return true;
  }

  @Override
  public List<String> defaultMetrics() {
    return List.of("accuracy");
  }

  @Override
  public Optional<String> problemWith(Sample sample, TaskSpec task) {
    return problem(sample, task);
  }

  /// What is wrong with a sample of either kind of multiple choice.
  static Optional<String> problem(Sample sample, TaskSpec task) {
    boolean judged = task.metrics().stream().anyMatch(Metrics::needsTarget);
    return switch (Choices.of(sample)) {
      case Choices.Read.Unfit(String reason) when judged || Choices.texts(sample).isEmpty() ->
          Optional.of("sample " + sample.id() + ": " + reason);
      case Choices.Read.Unfit _, Choices.Read.Found _ -> Optional.empty();
    };
  }

  /// As questions are asked and answered here: the choices with letters, then the right letter.
  @Override
  public String solved(Sample sample, String asked, TaskSpec task) {
    boolean own = task.prompt().template() == null;
    return switch (Choices.of(sample)) {
      case Choices.Read.Found(Choices choices) when own ->
          asked
              + "\n\n"
              + Choices.listed(choices.texts())
              + "\n\nAnswer: "
              + Choices.letter(choices.right().iterator().next());
      case Choices.Read.Found _, Choices.Read.Unfit _ -> TaskType.super.solved(sample, asked, task);
    };
  }

  @Override
  public ModelRequest request(Sample sample, String rendered, TaskSpec task, int epoch) {
    String question =
        task.prompt().template() == null
            ? rendered + "\n\n" + Choices.listed(Choices.texts(sample)) + "\n\n" + TASK
            : rendered;
    return TextGeneration.ask(question, task, epoch);
  }
}

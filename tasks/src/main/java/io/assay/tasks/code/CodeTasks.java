package io.assay.tasks.code;

import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.TaskSpec;
import java.util.Optional;

/// Checks tasks before they start.
public final class CodeTasks {

  private CodeTasks() {}

  /// What is wrong with a sample of a task, in words; empty if nothing.
  public static Optional<String> problemWith(Sample sample, TaskSpec task) {
    return CodeProblem.problemWith(sample)
        .or(() -> unknownLanguage(sample))
        .or(() -> tooFewEpochs(task));
  }

  private static Optional<String> unknownLanguage(Sample sample) {
    String language = CodeProblem.language(sample);
    return ProgramRunners.none() || ProgramRunners.find(language).isPresent()
        ? Optional.empty()
        : Optional.of("sample " + sample.id() + ": " + ProgramRunners.missing(language));
  }

  private static Optional<String> tooFewEpochs(TaskSpec task) {
    for (MetricSpec metric : task.metrics()) {
      int needed = PassMetric.programsNeeded(metric);
      if (needed > task.epochs()) {
        return Optional.of(
            metric.name()
                + " needs "
                + needed
                + " programs for a sample, but task "
                + task.name()
                + " has epochs: "
                + task.epochs());
      }
    }
    return Optional.empty();
  }
}

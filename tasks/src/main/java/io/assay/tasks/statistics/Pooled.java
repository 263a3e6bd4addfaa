package io.assay.tasks.statistics;

import java.util.List;

/// Standard errors of a group of tasks, as lm-evaluation-harness aggregates them.
///
/// @param tasks at least one
public record Pooled(List<Task> tasks) {

  /// One task of the group.
  ///
  /// @param score its mean
  /// @param standardError of the mean
  /// @param size its number of samples
  public record Task(double score, double standardError, int size) {}

  public Pooled {
    tasks = List.copyOf(tasks);
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("there are no tasks, expected at least one");
    }
  }

  private double size() {
    return tasks.stream().mapToInt(Task::size).sum();
  }

  /// The mean over all samples of the group.
  public double weightedMean() {
    return tasks.stream().mapToDouble(each -> each.score() * each.size()).sum() / size();
  }

  /// The mean over the tasks, each counted alike.
  public double macroMean() {
    return tasks.stream().mapToDouble(Task::score).sum() / tasks.size();
  }

  /// The standard error of the [#weightedMean] where all tasks' samples vary alike
  /// (`pooled_sample_stderr`).
  public double standardError() {
    double squares = 0;
    for (Task task : tasks) {
      squares += (task.size() - 1) * task.standardError() * task.standardError() * task.size();
    }
    return Math.sqrt(squares / (size() - tasks.size()) / size());
  }

  /// `combined_sample_stderr` as it is published, which folds task after task into the first one
  /// but keeps the first one's size, and compares each task with a score that it is already part
  /// of. For comparison with numbers that were made with it; otherwise take [#standardError].
  public double combinedStandardError() {
    double size = tasks.getFirst().size();
    double score = tasks.getFirst().score();
    double variance = Math.pow(tasks.getFirst().standardError(), 2);
    for (Task task : tasks.subList(1, tasks.size())) {
      double both = size + task.size();
      score = (score * size + task.score() * task.size()) / both;
      double within =
          ((size - 1) * variance + (task.size() - 1) * Math.pow(task.standardError(), 2))
              / (both - 1);
      double between = size * task.size() / (both * (both - 1)) * Math.pow(score - task.score(), 2);
      variance = within + between;
    }
    return Math.sqrt(variance);
  }
}

package io.assay.tasks.metric;

import java.util.List;

/// The task types whose answers are texts, written or heard: what a metric can judge that reads the
/// answer as a text and nothing else of its task. A test compares the list with the task types.
public final class TextTasks {

  /// Every one of them.
  public static final List<String> ALL =
      List.of(
          "text-generation",
          "multiple-choice",
          "code-generation",
          "speech-recognition",
          "speech-translation");

  private TextTasks() {}
}

package io.assay.tasks.type;

import io.assay.tasks.text.UnknownName;
import java.util.List;
import java.util.Optional;

/// The list of task types: a table of contents in code. A new task type is one class and one line
/// here.
public final class TaskTypes {

  private static final List<TaskType> ALL =
      List.of(
          new TextGeneration(),
          new EmbeddingTask(),
          new MultipleChoice(),
          new MultipleChoiceLikelihood(),
          new LanguageModeling(),
          new CodeGeneration(),
          new SpeechRecognition(),
          new SpeechTranslation(),
          new ImageGeneration(),
          new ImageEditing());

  private TaskTypes() {}

  /// Every task type.
  public static List<TaskType> all() {
    return ALL;
  }

  /// Every task type's name.
  public static List<String> names() {
    return ALL.stream().map(TaskType::name).toList();
  }

  /// The task type of this name.
  public static Optional<TaskType> find(String name) {
    return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
  }

  /// The task type of this name.
  ///
  /// @throws UnknownName where there is none
  public static TaskType get(String name) {
    return find(name).orElseThrow(() -> new UnknownName("task type", name, names()));
  }
}

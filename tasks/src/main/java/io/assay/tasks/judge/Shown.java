package io.assay.tasks.judge;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.tasks.metric.TextTasks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An answer as a judge sees it.
///
/// @param text its words; empty where it has none
/// @param images its images, which are attached to the question
record Shown(String text, List<Blob> images) {

  /// The types of tasks whose answers can be shown.
  static final List<String> TASK_TYPES =
      Stream.concat(TextTasks.ALL.stream(), Stream.of("image-generation", "image-editing"))
          .toList();

  /// What a judge sees of an answer; empty where it is nothing to look at.
  static Optional<Shown> of(Answer answer) {
    return switch (answer) {
      case Answer.Text(String text) -> Optional.of(new Shown(text, List.of()));
      case Answer.Transcript transcript -> Optional.of(new Shown(transcript.text(), List.of()));
      case Answer.Images(List<Blob> images, _) -> Optional.of(new Shown("", images));
      case Answer.Vectors _, Answer.Likelihoods _ -> Optional.empty();
    };
  }

  /// Its place in a question: the words, or which attachments they are.
  ///
  /// @param before how many attachments come before its own
  String inQuestion(int before) {
    if (images.isEmpty()) {
      return text;
    }
    int first = before + 1;
    int last = before + images.size();
    return first == last
        ? "(attached image " + first + ")"
        : "(attached images " + first + " to " + last + ")";
  }

  /// The images of both.
  List<Blob> imagesWith(Shown other) {
    return Stream.concat(images.stream(), other.images.stream()).toList();
  }
}

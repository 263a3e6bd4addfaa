package io.assay.tasks.type;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.TaskSpec;
import java.util.List;
import java.util.Optional;

/// A kind of task: what a sample must have, what the model is asked, which metrics make sense.
public interface TaskType {

  /// Its name in job documents.
  String name();

  /// What it is, one sentence.
  String summary();

  /// What a model must be able to do.
  Capability capability();

  /// Whether the prompt's template is used: whether [#request] gets a rendered text.
  boolean rendersText();

  /// The metrics that are taken where a document names none.
  List<String> defaultMetrics();

  /// Which parts of a sample are files.
  default MediaParts media() {
    return MediaParts.NONE;
  }

  /// What is wrong with a sample for this task, in words; empty if nothing is. Parts that are files
  /// are still their paths.
  Optional<String> problemWith(Sample sample, TaskSpec task);

  /// A solved example, as it stands before a question where the document has no text of its own for
  /// it.
  ///
  /// @param sample the example, with its target
  /// @param asked its question as rendered
  /// @param task the task
  default String solved(Sample sample, String asked, TaskSpec task) {
    JsonNode target = sample.target();
    boolean spaced = asked.isEmpty() || Character.isWhitespace(asked.charAt(asked.length() - 1));
    return asked + (spaced ? "" : " ") + (target == null ? "" : target.asText());
  }

  /// What the model is asked.
  ///
  /// @param sample the sample, without problems; its parts that are files are
  ///   [io.assay.contracts.event.Medium]
  /// @param rendered the prompt's text where [#rendersText], else empty
  /// @param task the task with its system text and generation settings
  /// @param epoch which repeat, from 1
  ModelRequest request(Sample sample, String rendered, TaskSpec task, int epoch);
}

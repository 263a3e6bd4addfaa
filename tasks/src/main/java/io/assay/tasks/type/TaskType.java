package io.assay.tasks.type;

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

  /// What the model is asked.
  ///
  /// @param sample the sample, without problems; its parts that are files are
  ///   [io.assay.contracts.event.Medium]
  /// @param rendered the prompt's text where [#rendersText], else empty
  /// @param task the task with its system text and generation settings
  /// @param epoch which repeat, from 1
  ModelRequest request(Sample sample, String rendered, TaskSpec task, int epoch);
}

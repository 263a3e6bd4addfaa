package io.assay.producer.validate;

import io.assay.contracts.document.Problem;
import io.assay.contracts.event.Job.DatasetVersion;
import io.assay.contracts.spec.JobDocument;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of checking a submission.
public sealed interface Checked {

  /// It can be started.
  ///
  /// @param document what is evaluated, with absolute paths
  /// @param samples samples of all tasks
  /// @param totals per model, how many prompts there will be
  /// @param datasets per task, which data it is
  /// @param note what a person should know
  record Accepted(
      JobDocument document,
      long samples,
      Map<String, Long> totals,
      Map<String, DatasetVersion> datasets,
      @Nullable String note)
      implements Checked {}

  /// It cannot.
  ///
  /// @param problems all that was found, in the order of lines
  record Refused(List<Problem> problems) implements Checked {}
}

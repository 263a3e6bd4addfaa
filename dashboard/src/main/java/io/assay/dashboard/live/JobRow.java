package io.assay.dashboard.live;

import io.assay.contracts.event.Job;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A job as a line of a list; the fields are those of [JobView].
public record JobRow(
    String jobId,
    String name,
    Job.State state,
    Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    List<String> models,
    List<String> tasks,
    long done,
    @Nullable Long of,
    long failed,
    @Nullable String message) {

  static JobRow of(JobView job) {
    return new JobRow(
        job.jobId(),
        job.name(),
        job.state(),
        job.submittedAt(),
        job.startedAt(),
        job.endedAt(),
        job.models().stream().map(ModelView::id).toList(),
        job.tasks().stream().map(JobView.TaskView::name).toList(),
        job.done(),
        job.of(),
        job.failed(),
        job.message());
  }

  /// Whether a text is part of its id, its name, or of a model or task.
  boolean mentions(String text) {
    var wanted = text.toLowerCase(Locale.ROOT);
    return contains(jobId, wanted)
        || contains(name, wanted)
        || models.stream().anyMatch(model -> contains(model, wanted))
        || tasks.stream().anyMatch(task -> contains(task, wanted));
  }

  private static boolean contains(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }
}

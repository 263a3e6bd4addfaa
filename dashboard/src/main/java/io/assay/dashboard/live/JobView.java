package io.assay.dashboard.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.event.Job;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.MetricSpec;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A job with all that is known of it now.
///
/// @param jobId the job
/// @param name what people call it
/// @param description what it is for
/// @param state where it stands
/// @param cancelled whether somebody asked for its end
/// @param message why it failed, or what a person should know
/// @param submittedAt when it was accepted
/// @param startedAt when its first prompt was issued
/// @param endedAt when it ended
/// @param seconds how long it has run, or ran
/// @param failOnError the share of samples without a score that the job allows
/// @param source the document as it was submitted; absent in live frames
/// @param settled whether it has ended and all of its final metrics are here
/// @param tasks what is asked
/// @param verdicts how each gate came out
/// @param done settled prompts of all models
/// @param of how many there will be; absent while that is not known
/// @param failed prompts that were settled without a score
/// @param rate samples settled in a second, of all models
/// @param etaSeconds seconds until the slowest model is done; absent where unknown
/// @param models one by one, in the document's order
public record JobView(
    String jobId,
    String name,
    @Nullable String description,
    Job.State state,
    boolean cancelled,
    @Nullable String message,
    Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    double seconds,
    double failOnError,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String source,
    boolean settled,
    List<TaskView> tasks,
    List<Job.Verdict> verdicts,
    long done,
    @Nullable Long of,
    long failed,
    double rate,
    @Nullable Double etaSeconds,
    List<ModelView> models) {

  /// One task of a job.
  ///
  /// @param name what results call it
  /// @param type the task type
  /// @param metrics what is measured, by the names in the results
  /// @param slices the slices of its samples that have results
  /// @param models who is asked; all models of the job if empty
  public record TaskView(
      String name, String type, List<String> metrics, List<String> slices, List<String> models) {

    static List<TaskView> of(JobDocument document, Function<String, List<String>> slices) {
      return document.tasks().stream()
          .map(task ->
              new TaskView(
                  task.name(),
                  task.type(),
                  task.metrics().stream().map(MetricSpec::name).toList(),
                  slices.apply(task.name()),
                  task.models()))
          .toList();
    }
  }

  /// The same without metrics and document: what a live frame carries.
  public JobView live() {
    return new JobView(
        jobId,
        name,
        description,
        state,
        cancelled,
        message,
        submittedAt,
        startedAt,
        endedAt,
        seconds,
        failOnError,
        null,
        settled,
        tasks,
        verdicts,
        done,
        of,
        failed,
        rate,
        etaSeconds,
        models.stream().map(ModelView::withoutMetrics).toList());
  }
}

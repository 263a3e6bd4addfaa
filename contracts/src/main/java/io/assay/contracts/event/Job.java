package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.Require;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job and its state, on `assay.jobs`. The prompt producer is its only writer.
///
/// @param jobId time-ordered, unique, fit for a URL
/// @param document what is evaluated
/// @param source the document's text as it was submitted
/// @param baseDir the folder that relative paths of the document start from; the server's data
///   folder if absent
/// @param state where it stands
/// @param cancelled whether somebody asked for its end; it then ends as [State#CANCELLED]
/// @param failed whether it cannot be carried on; it then ends as [State#FAILED] with `message`
/// @param datasets per task, which data it was accepted with
/// @param totals per model, how many prompts there will be, once that is known
/// @param issued per model, how many prompts were issued, from [State#FINISHING] on
/// @param verdicts how each gate came out, once the job has ended
/// @param message why it failed, or what a person should know
/// @param submittedAt when it was accepted
/// @param startedAt when its first prompt was issued
/// @param endedAt when it ended
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Job(
    String jobId,
    JobDocument document,
    String source,
    @Nullable String baseDir,
    State state,
    boolean cancelled,
    boolean failed,
    Map<String, DatasetVersion> datasets,
    Map<String, Long> totals,
    Map<String, Long> issued,
    List<Verdict> verdicts,
    @Nullable String message,
    Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt)
    implements Event {

  /// Which data a task was accepted with.
  ///
  /// @param sha256 SHA-256 of its file, in hexadecimal digits; of several files, the SHA-256 of
  ///   their hashes, each on a line, in their order
  /// @param revision the commit of a dataset of the hub
  /// @param samples how many samples are asked
  /// @param badRows how many rows are left out because they are no samples
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DatasetVersion(
      String sha256, @Nullable String revision, long samples, long badRows) {
    public DatasetVersion {
      Require.text(sha256, "sha256 of a dataset");
    }
  }

  /// A job of which the data is not known.
  public Job(
      String jobId,
      JobDocument document,
      String source,
      @Nullable String baseDir,
      State state,
      boolean cancelled,
      boolean failed,
      Map<String, Long> totals,
      Map<String, Long> issued,
      List<Verdict> verdicts,
      @Nullable String message,
      Instant submittedAt,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {
    this(
        jobId,
        document,
        source,
        baseDir,
        state,
        cancelled,
        failed,
        Map.of(),
        totals,
        issued,
        verdicts,
        message,
        submittedAt,
        startedAt,
        endedAt);
  }

  /// Where a job stands.
  public enum State {
    /// Accepted; nothing issued yet.
    QUEUED,
    /// Prompts are being issued and settled.
    RUNNING,
    /// Nothing new is issued; what is in flight is settled.
    PAUSED,
    /// Everything issued is settled; the scorer computes final metrics.
    FINISHING,
    /// Ended, metrics are final.
    COMPLETED,
    /// Ended early on request; metrics cover what was scored.
    CANCELLED,
    /// Could not go on; `message` says why.
    FAILED;

    /// Whether nothing will happen any more.
    public boolean ended() {
      return switch (this) {
        case QUEUED, RUNNING, PAUSED, FINISHING -> false;
        case COMPLETED, CANCELLED, FAILED -> true;
      };
    }
  }

  /// How one gate came out for one model.
  ///
  /// @param gate the condition in words, `accuracy >= 0.5`
  /// @param modelId the model that it was applied to
  /// @param passed whether it held; a metric without a value does not pass
  /// @param actual the number that was compared; absent if there was none
  public record Verdict(String gate, String modelId, boolean passed, @Nullable Double actual) {}

  public Job {
    Require.text(jobId, "jobId");
    Require.present(document, "document of job " + jobId);
    Require.present(state, "state of job " + jobId);
    Require.present(submittedAt, "submittedAt of job " + jobId);
    source = source == null ? "" : source;
    datasets = datasets == null ? Map.of() : Map.copyOf(datasets);
    totals = totals == null ? Map.of() : Map.copyOf(totals);
    issued = issued == null ? Map.of() : Map.copyOf(issued);
    verdicts = verdicts == null ? List.of() : List.copyOf(verdicts);
  }

  @Override
  public String recordKey() {
    return jobId;
  }
}

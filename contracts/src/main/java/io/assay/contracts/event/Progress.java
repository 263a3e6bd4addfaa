package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.spec.Require;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Exact counts of one model of a job, on `assay.progress`. By it the producer gets its credit
/// back.
///
/// @param jobId the job
/// @param modelId the model
/// @param counts settled prompts by status
/// @param byTask the same for each task
/// @param redelivered how many settled prompts the queue had handed out more than once
/// @param callP50 median duration of calls in milliseconds; absent before the first
/// @param callP95 95th percentile of the same
/// @param usage what all calls used together
/// @param consulted what asking judges took; absent where none was asked
/// @param last whether the job's final metrics of this model have been published
/// @param finalMetrics how many of them there are, so that a reader of both topics knows when it
///   has them all; 0 before
/// @param at when it was counted
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(
    String jobId,
    String modelId,
    Counts counts,
    Map<String, Counts> byTask,
    long redelivered,
    @Nullable Double callP50,
    @Nullable Double callP95,
    Completion.Usage usage,
    @Nullable Consulted consulted,
    boolean last,
    int finalMetrics,
    Instant at)
    implements Event {

  /// Counts of a job without judges.
  public Progress(
      String jobId,
      String modelId,
      Counts counts,
      Map<String, Counts> byTask,
      long redelivered,
      @Nullable Double callP50,
      @Nullable Double callP95,
      Completion.Usage usage,
      boolean last,
      int finalMetrics,
      Instant at) {
    this(
        jobId,
        modelId,
        counts,
        byTask,
        redelivered,
        callP50,
        callP95,
        usage,
        null,
        last,
        finalMetrics,
        at);
  }

  public Progress {
    Require.text(jobId, "jobId");
    Require.text(modelId, "modelId");
    Require.present(counts, "counts");
    byTask = byTask == null ? Map.of() : Map.copyOf(byTask);
    usage = usage == null ? Completion.Usage.UNKNOWN : usage;
    Require.present(at, "at");
  }

  @Override
  public String recordKey() {
    return Keys.join(jobId, modelId);
  }
}

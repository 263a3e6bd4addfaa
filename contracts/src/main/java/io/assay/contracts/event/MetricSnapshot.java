package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.spec.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A metric of one model on one task as it stands, on `assay.metrics`.
///
/// @param jobId the job
/// @param modelId the model
/// @param task the task
/// @param slice which samples: `all`, or a slice's name such as `language=de`
/// @param name the metric's name in the results
/// @param signature how the number was made: name|params|version; equal signatures, and only those,
///   are comparable
/// @param value the estimate over what was scored; absent if nothing can be said yet
/// @param low lower end of the interval
/// @param high upper end of the interval
/// @param level the interval's coverage, 0.95
/// @param method how the interval was made: `wilson`, `t`, `bootstrap`
/// @param n how many samples the estimate rests on
/// @param missing how many settled samples have no score
/// @param possibleLow the value if every missing sample had the worst score; absent where unbounded
/// @param possibleHigh the value if every missing sample had the best score
/// @param higherIsBetter the metric's direction
/// @param replicates bootstrap replicates, in the order of their numbers, in final snapshots: equal
///   numbers of two models belong together
/// @param last whether this is final: the job's last word on it
/// @param at when it was computed
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetricSnapshot(
    String jobId,
    String modelId,
    String task,
    String slice,
    String name,
    String signature,
    @Nullable Double value,
    @Nullable Double low,
    @Nullable Double high,
    double level,
    @Nullable String method,
    long n,
    long missing,
    @Nullable Double possibleLow,
    @Nullable Double possibleHigh,
    boolean higherIsBetter,
    @Nullable Embedding replicates,
    boolean last,
    Instant at)
    implements Event {

  /// The slice of all samples.
  public static final String ALL = "all";

  public MetricSnapshot {
    Require.text(jobId, "jobId");
    Require.text(modelId, "modelId");
    Require.text(task, "task");
    Require.text(slice, "slice");
    Require.text(name, "name");
    Require.text(signature, "signature of " + name);
    Require.present(at, "at");
  }

  @Override
  public String recordKey() {
    return Keys.join(jobId, modelId, task, slice, name);
  }
}

package io.assay.contracts.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// The bounds of a job. Absent ones do not bind.
///
/// @param failOnError largest share, 0 to 1, of a model's samples that may end without a score
///   before the job counts as incomplete; 0 if absent
/// @param maxRetries how often a worker repeats a call that failed in a way that may pass
/// @param timeLimit seconds that one call may take, over all its attempts
/// @param costLimit US dollars per model; what comes after is settled as over the limit
/// @param tokenLimit tokens per model, input and output; what comes after is settled as over the
///   limit
/// @param window most prompts of one model that are issued and not yet settled
/// @param unsettledAfter seconds without any progress after which unsettled prompts are issued
///   again
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Limits(
    @Nullable Double failOnError,
    @Nullable Integer maxRetries,
    @Nullable Double timeLimit,
    @Nullable Double costLimit,
    @Nullable Long tokenLimit,
    @Nullable Integer window,
    @Nullable Double unsettledAfter) {

  /// No bound of the job's own.
  public static final Limits NONE = new Limits(null, null, null, null, null, null, null);

  public Limits {
    if (failOnError != null && !(failOnError >= 0 && failOnError <= 1)) {
      throw new IllegalArgumentException(
          "limits.failOnError is " + failOnError + ", expected a share from 0 to 1");
    }
    if (maxRetries != null) {
      Require.atLeast(0, maxRetries, "limits.maxRetries");
    }
    if (window != null) {
      Require.atLeast(1, window, "limits.window");
    }
  }

  /// The share of samples without a score that is still acceptable.
  public double allowedFailures() {
    return failOnError == null ? 0 : failOnError;
  }
}

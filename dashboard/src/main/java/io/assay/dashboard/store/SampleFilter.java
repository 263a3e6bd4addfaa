package io.assay.dashboard.store;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Which samples of a job, in which order, and which part of them.
///
/// @param jobId the job
/// @param models only these; all if empty
/// @param tasks only these; all if empty
/// @param statuses only these; all if empty. Names of [io.assay.contracts.event.Status], or
///   [SampleRow#PENDING]
/// @param text only samples whose id, input, output or target holds it; all if empty
/// @param slice only samples that are in it; all if empty
/// @param metric the metric that `below` and the order by score mean; empty for none
/// @param below only samples whose value of the metric is below
/// @param asOf only what was there at that version
/// @param sort the order
/// @param descending whether it is turned round
/// @param offset how many are left out before the part
/// @param limit how many the part has at most
public record SampleFilter(
    String jobId,
    List<String> models,
    List<String> tasks,
    List<String> statuses,
    String text,
    String slice,
    String metric,
    OptionalDouble below,
    OptionalLong asOf,
    Sort sort,
    boolean descending,
    int offset,
    int limit) {

  /// The order of samples.
  public enum Sort {
    /// By id, shorter ones first, so that 9 comes before 10.
    SAMPLE("length(o.sample){}, o.sample{}"),
    /// By the call's end.
    AT("o.made_at{}"),
    /// By the call's duration.
    CALL("o.call_millis{}"),
    /// By model.
    MODEL("o.model{}"),
    /// By status.
    STATUS("s.status{}"),
    /// By the metric's value.
    SCORE("list_extract(s.vals, list_position(s.names, ?)){}");

    private final String columns;

    Sort(String columns) {
      this.columns = columns;
    }

    /// The columns, each with a direction.
    String by(String direction) {
      return columns.replace("{}", direction);
    }

    boolean needsScores() {
      return this == STATUS || this == SCORE;
    }
  }

  /// Copies the lists.
  public SampleFilter {
    models = List.copyOf(models);
    tasks = List.copyOf(tasks);
    statuses = List.copyOf(statuses);
    if (sort == Sort.SCORE && metric.isEmpty()) {
      throw new IllegalArgumentException("sort=score says not by which metric: add metric=NAME");
    }
    if (below.isPresent() && metric.isEmpty()) {
      throw new IllegalArgumentException("below says not of which metric: add metric=NAME");
    }
  }

  boolean needsScores() {
    return !statuses.isEmpty() || below.isPresent() || sort.needsScores();
  }
}

package io.assay.tasks.metric;

import io.assay.contracts.event.Contribution;
import java.util.List;
import java.util.OptionalDouble;

/// A metric that needs all contributions at once: rank correlation, retrieval over a corpus. It is
/// computed live at a bounded share of CPU, and exactly at the end.
public non-sealed interface SetMetric extends Metric {

  /// Prepares for these rows, whose order carries no meaning: equal sets give equal numbers to the
  /// last bit. Sorting, ranking and matching happen here, once.
  Prepared prepare(List<Row> rows);

  /// The same, with a store for what metrics over equal rows have in common.
  default Prepared prepare(List<Row> rows, Sharing sharing) {
    return prepare(rows);
  }

  /// Whether a row belongs to every slice of the samples: a passage of the corpus that all queries
  /// search, a sample that a classifier learns from.
  default boolean inEverySlice(Contribution contribution) {
    return false;
  }

  /// Up to how many rows its value is computed live. With more, the last live value stays until the
  /// end, which is exact always: for what would hold up a table for minutes.
  default int liveRows() {
    return Integer.MAX_VALUE;
  }

  /// What the metrics of one task have computed from the same table, such as a ranking.
  interface Sharing {
    /// What was stored under this key, or else what this makes, which is then stored.
    <T> T get(Object key, Class<T> type, java.util.function.Supplier<T> make);
  }

  /// One row of the table.
  ///
  /// @param sampleId the sample, unique with `epoch`
  /// @param epoch its repeat
  /// @param cluster what is resampled together
  /// @param contribution what the sample gave
  record Row(String sampleId, int epoch, String cluster, Contribution contribution) {}

  /// A metric over a fixed set of rows.
  interface Prepared {

    /// The clusters of the resampled units, in a fixed order (for correlation the pairs, for
    /// retrieval the queries). [#value(int\[\])] takes one weight for each.
    List<String> clusters();

    /// The value with every unit counted once; empty where it is not defined.
    OptionalDouble value();

    /// The value with each unit counted as often as its weight says; empty where it is not defined.
    OptionalDouble value(int[] weights);

    /// What each unit is worth alone, in the order of [#clusters]; empty where a unit alone is
    /// worth nothing.
    default List<UnitValue> units() {
      return List.of();
    }
  }

  /// What one resampled unit is worth alone, such as one query's nDCG.
  ///
  /// @param sampleId the sample behind it
  /// @param epoch its repeat
  /// @param value what it is worth
  /// @param explanation what led to it, for people
  record UnitValue(String sampleId, int epoch, double value, String explanation) {}
}

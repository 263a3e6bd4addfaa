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
  }
}

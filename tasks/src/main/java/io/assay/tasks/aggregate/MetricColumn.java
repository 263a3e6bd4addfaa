package io.assay.tasks.aggregate;

import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Score;
import io.assay.tasks.metric.Metric;

/// One metric's part of a table: the contributions of all rows.
sealed interface MetricColumn permits AdditiveColumn, SetColumn {

  /// The metric.
  Metric metric();

  /// A column of the same metric for a slice of the rows, without any yet.
  MetricColumn slice();

  /// Refuses a contribution that does not fit.
  ///
  /// @throws IllegalArgumentException saying what does not fit
  void check(Contribution contribution);

  /// Adds a row's contribution; the row has none.
  ///
  /// @param weights of the row's cluster in each replicate
  void add(int row, Score score, Contribution contribution, byte[] weights);

  /// Takes away the contribution of a row, if it has one.
  ///
  /// @param weights of the row's cluster in each replicate
  void remove(int row, byte[] weights);

  /// The value as it stands; where computing it is costly, as it stood when there last was time.
  Estimate live(TaskFacts facts);

  /// The exact value with its replicates.
  Estimate last(TaskFacts facts);

  /// What an estimate must know of its task.
  ///
  /// @param missing settled samples without a score
  /// @param clusters how many clusters have a score
  /// @param singleClusters whether no cluster has more than one
  /// @param recompute whether there is time to compute what is costly
  /// @param sharing what metrics over the same rows compute together
  record TaskFacts(
      long missing,
      int clusters,
      boolean singleClusters,
      boolean recompute,
      SharedResults sharing) {}
}

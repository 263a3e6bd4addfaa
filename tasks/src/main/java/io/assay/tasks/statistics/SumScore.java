package io.assay.tasks.statistics;

/// A score of a whole set of segments from the sums of what each segment counts, such as BLEU from
/// n-gram counts.
@FunctionalInterface
public interface SumScore {

  /// The score of these sums.
  double of(double[] sums);
}

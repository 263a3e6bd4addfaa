package io.assay.tasks.overlap;

/// How far what was written and what was expected agree.
///
/// @param matches units that both have
/// @param written units that were written
/// @param expected units that were expected
public record OverlapScore(long matches, long written, long expected) {

  /// The share of what was written that was expected; 0 where nothing was written.
  public double precision() {
    return (double) matches / Math.max(1, written);
  }

  /// The share of what was expected that was written; 0 where nothing was expected.
  public double recall() {
    return (double) matches / Math.max(1, expected);
  }

  /// The harmonic mean of both, 0 where nothing matches.
  public double fmeasure() {
    double precision = precision();
    double recall = recall();
    return matches == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
}

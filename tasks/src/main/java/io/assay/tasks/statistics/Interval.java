package io.assay.tasks.statistics;

/// The ends of an interval.
public record Interval(double low, double high) {

  /// This interval without what lies outside of two bounds.
  public Interval within(double lowest, double highest) {
    return new Interval(Math.max(low, lowest), Math.min(high, highest));
  }
}

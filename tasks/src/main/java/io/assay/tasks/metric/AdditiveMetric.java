package io.assay.tasks.metric;

import java.util.List;
import java.util.OptionalDouble;

/// A metric whose value is a function of the sum of its samples' statistics: associative,
/// commutative and subtractable, so it is kept up to date in constant memory.
public non-sealed interface AdditiveMetric extends Metric {

  /// The statistics that a contribution holds, in order.
  List<Statistic> statistics();

  /// The value of these sums; empty where nothing was measured, which is not zero.
  ///
  /// @param sums one for each of [#statistics]
  OptionalDouble value(double[] sums);

  /// How its interval is made where there is a better way than the bootstrap.
  default IntervalKind interval() {
    return IntervalKind.BOOTSTRAP;
  }

  /// One sum.
  ///
  /// @param name what is summed
  /// @param fractionBits how finely replicates keep it: 0 for whole numbers, 32 for numbers of
  ///   about 1, 16 for larger ones. Sums of the estimate itself are exact whatever this says
  record Statistic(String name, int fractionBits) {
    /// A whole number.
    public static Statistic count(String name) {
      return new Statistic(name, 0);
    }

    /// A number of moderate size, about -1000 to 1000.
    public static Statistic real(String name) {
      return new Statistic(name, 32);
    }
  }

  /// How an interval is made.
  enum IntervalKind {
    /// Statistics are (successes, trials): Wilson's score interval where no cluster has two
    /// samples, else the bootstrap.
    WILSON,
    /// Statistics are (sum, sum of squares, count): Student's t where no cluster has two samples,
    /// else the bootstrap.
    MEAN,
    /// Percentiles of Poisson-bootstrap replicates.
    BOOTSTRAP
  }
}

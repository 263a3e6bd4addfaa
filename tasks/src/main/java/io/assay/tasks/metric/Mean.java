package io.assay.tasks.metric;

import java.util.List;
import java.util.OptionalDouble;

/// A metric that gives each sample a number: their mean.
public abstract class Mean extends Definition implements AdditiveMetric {

  private final List<Statistic> statistics;

  /// @param fractionBits how finely replicates keep the numbers, see [AdditiveMetric.Statistic]
  protected Mean(MetricFactory factory, Params params, int fractionBits) {
    super(factory, params);
    this.statistics =
        List.of(
            new Statistic("sum", fractionBits),
            new Statistic("squares", fractionBits),
            Statistic.count("samples"));
  }

  @Override
  public final List<Statistic> statistics() {
    return statistics;
  }

  @Override
  public final OptionalDouble value(double[] sums) {
    return sums[2] > 0 ? OptionalDouble.of(sums[0] / sums[2]) : OptionalDouble.empty();
  }

  @Override
  public final IntervalKind interval() {
    return IntervalKind.MEAN;
  }

  protected final Judgement judged(double value, String explanation) {
    return judged(value, List.of(value, value * value, 1.0), explanation);
  }
}

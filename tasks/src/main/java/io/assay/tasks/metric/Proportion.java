package io.assay.tasks.metric;

import java.util.List;
import java.util.OptionalDouble;

/// A metric that says right or wrong of each sample: the share of right ones.
public abstract class Proportion extends Definition implements AdditiveMetric {

  private static final List<Statistic> STATISTICS =
      List.of(Statistic.count("right"), Statistic.count("samples"));

  protected Proportion(MetricFactory factory, Params params) {
    super(factory, params);
  }

  @Override
  public final List<Statistic> statistics() {
    return STATISTICS;
  }

  @Override
  public final OptionalDouble value(double[] sums) {
    return sums[1] > 0 ? OptionalDouble.of(sums[0] / sums[1]) : OptionalDouble.empty();
  }

  @Override
  public final IntervalKind interval() {
    return IntervalKind.WILSON;
  }

  protected final Judgement judged(boolean right, String explanation) {
    double value = right ? 1 : 0;
    return judged(value, List.of(value, 1.0), explanation);
  }
}

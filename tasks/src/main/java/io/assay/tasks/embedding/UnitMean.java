package io.assay.tasks.embedding;

import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.metric.SetMetric.UnitValue;
import java.util.List;
import java.util.OptionalDouble;

/// A metric that is the mean of what its units are worth alone.
record UnitMean(List<UnitValue> units, List<String> clusters) implements SetMetric.Prepared {

  @Override
  public OptionalDouble value() {
    return value(Weights.ones(units.size()));
  }

  @Override
  public OptionalDouble value(int[] weights) {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * units.get(i).value();
      count += weights[i];
    }
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }
}

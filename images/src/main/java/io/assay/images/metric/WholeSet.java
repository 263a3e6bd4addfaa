package io.assay.images.metric;

import io.assay.tasks.metric.SetMetric;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// A value that only the whole set has. It has no bootstrap interval: a set drawn with replacement
/// holds images twice, which these measures take for a less varied set, so that all replicates
/// would lie on one side of the value.
///
/// @param clusters of the made images
/// @param value of all of them; empty where it is not defined
record WholeSet(List<String> clusters, OptionalDouble value) implements SetMetric.Prepared {

  @Override
  public OptionalDouble value(int[] weights) {
    boolean whole = weights.length > 0 && Arrays.stream(weights).allMatch(each -> each == 1);
    return whole ? value : OptionalDouble.empty();
  }
}

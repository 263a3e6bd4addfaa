package io.assay.images.metric;

import io.assay.tasks.metric.SetMetric;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// The mean of what each image of a set is worth among the others. Images are the resampled units;
/// what they are compared with stays as it is.
///
/// @param clusters of the images
/// @param values one an image
@SuppressWarnings("ArrayRecordComponent") // never compared, not changed
record ImageMeans(List<String> clusters, double[] values) implements SetMetric.Prepared {

  @Override
  public OptionalDouble value() {
    var ones = new int[values.length];
    Arrays.fill(ones, 1);
    return value(ones);
  }

  @Override
  public OptionalDouble value(int[] weights) {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
      count += weights[i];
    }
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }
}

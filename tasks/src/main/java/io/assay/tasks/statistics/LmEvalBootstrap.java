package io.assay.tasks.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// The bootstrapped standard error of lm-evaluation-harness (`bootstrap_stderr`), draw for draw:
/// chunks of up to 1000 resamples, each from a generator that is seeded with the chunk's number.
public final class LmEvalBootstrap {

  private static final int CHUNK = 1000;

  private LmEvalBootstrap() {}

  /// The standard deviation of a statistic over resamples.
  ///
  /// @param iterations how many resamples; above 1000 they are rounded down to whole thousands
  /// @throws IllegalArgumentException where there are no values or fewer than two resamples
  public static double standardError(
      double[] values, ToDoubleFunction<double[]> statistic, int iterations) {
    int chunk = Math.min(CHUNK, iterations);
    if (values.length == 0 || chunk < 2) {
      throw new IllegalArgumentException(
          iterations + " resamples of " + values.length + " values have no spread");
    }
    var replicates = new double[iterations / chunk * chunk];
    for (int from = 0; from < replicates.length; from += chunk) {
      var random = new PythonRandom(from / chunk);
      for (int i = from; i < from + chunk; i++) {
        int[] places = random.choices(values.length, values.length);
        replicates[i] =
            statistic.applyAsDouble(Arrays.stream(places).mapToDouble(at -> values[at]).toArray());
      }
    }
    return Summary.of(replicates).sampleDeviation().orElseThrow();
  }
}

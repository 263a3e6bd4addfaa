package io.assay.tasks.choice;

import io.assay.tasks.metric.SetMetric;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// Expected and taken choices of a set of samples.
final class Confusion implements SetMetric.Prepared {

  private final List<String> clusters;
  private final int[] expected;
  private final int[] taken;
  private final int classes;

  /// @param expected the right choices
  /// @param taken -1 where none was taken
  Confusion(List<String> clusters, int[] expected, int[] taken) {
    this.clusters = clusters;
    this.expected = expected;
    this.taken = taken;
    this.classes =
        1
            + Math.max(
                Arrays.stream(expected).max().orElse(-1), Arrays.stream(taken).max().orElse(-1));
  }

  @Override
  public List<String> clusters() {
    return clusters;
  }

  @Override
  public OptionalDouble value() {
    var ones = new int[expected.length];
    Arrays.fill(ones, 1);
    return value(ones);
  }

  @Override
  public OptionalDouble value(int[] weights) {
    var hits = new long[classes];
    var involved = new long[classes]; // times expected plus times taken
    for (int i = 0; i < expected.length; i++) {
      involved[expected[i]] += weights[i];
      if (taken[i] >= 0) {
        involved[taken[i]] += weights[i];
      }
      if (taken[i] == expected[i]) {
        hits[taken[i]] += weights[i];
      }
    }
    return mean(hits, involved);
  }

  private static OptionalDouble mean(long[] hits, long[] involved) {
    double sum = 0;
    int present = 0;
    for (int c = 0; c < hits.length; c++) {
      if (involved[c] > 0) {
        sum += 2.0 * hits[c] / involved[c];
        present++;
      }
    }
    return present == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / present);
  }
}

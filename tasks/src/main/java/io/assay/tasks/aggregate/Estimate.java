package io.assay.tasks.aggregate;

import io.assay.contracts.event.Embedding;
import io.assay.tasks.statistics.Interval;
import org.jspecify.annotations.Nullable;

/// A metric's value as it stands.
///
/// @param value absent where nothing can be said
/// @param interval absent where there is none yet
/// @param method how the interval was made, absent with it
/// @param n how many samples it rests on
/// @param possible the values if all missing samples had the worst or the best score; absent where
///   unbounded
/// @param replicates bootstrap replicates; NaN where one has no value; absent unless final
record Estimate(
    @Nullable Double value,
    @Nullable Interval interval,
    @Nullable String method,
    long n,
    @Nullable Interval possible,
    @Nullable Embedding replicates) {

  /// Nothing measured.
  static final Estimate NONE = new Estimate(null, null, null, 0, null, null);

  static final double LEVEL = 0.95;

  /// Replicates as they travel.
  static Embedding floats(double[] replicates) {
    var floats = new float[replicates.length];
    for (int b = 0; b < floats.length; b++) {
      floats[b] = (float) replicates[b];
    }
    return Embedding.of(floats);
  }
}

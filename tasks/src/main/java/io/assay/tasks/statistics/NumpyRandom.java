package io.assay.tasks.statistics;

import java.util.stream.IntStream;

/// Draws what NumPy's `RandomState(seed)` draws, for results that depend on it. Not safe for use by
/// several threads.
public final class NumpyRandom {

  private final MersenneTwister twister;

  /// A generator with a seed.
  ///
  /// @param seed its 32 bits, taken as unsigned
  public NumpyRandom(int seed) {
    twister = MersenneTwister.ofSeed(seed);
  }

  /// `random_sample()`: a number in [0, 1).
  public double uniform() {
    return twister.nextDouble();
  }

  /// A number from 0 to a bound, both included: bits that suffice, drawn again while they exceed
  /// it.
  public int upTo(int bound) {
    if (bound == 0) {
      return 0;
    }
    int mask = -1 >>> Integer.numberOfLeadingZeros(bound);
    int drawn = twister.nextInt() & mask;
    while (drawn > bound) {
      drawn = twister.nextInt() & mask;
    }
    return drawn;
  }

  /// `randint(0, bound, count)`.
  public int[] below(int bound, int count) {
    return IntStream.range(0, count).map(_ -> upTo(bound - 1)).toArray();
  }

  /// `shuffle`, in place.
  public void shuffle(int[] items) {
    for (int i = items.length - 1; i >= 1; i--) {
      int j = upTo(i);
      int item = items[i];
      items[i] = items[j];
      items[j] = item;
    }
  }

  /// `permutation(size)`.
  public int[] permutation(int size) {
    int[] items = IntStream.range(0, size).toArray();
    shuffle(items);
    return items;
  }

  /// `choice(size, count, p=…)` with equal chances, with replacement. (Without `p` NumPy draws
  /// otherwise: see [#below].)
  public int[] choices(int size, int count) {
    var cumulative = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += 1.0 / size;
      cumulative[i] = sum;
    }
    for (int i = 0; i < size; i++) {
      cumulative[i] /= sum;
    }
    return IntStream.range(0, count).map(_ -> firstAbove(cumulative, uniform())).toArray();
  }

  private static int firstAbove(double[] ascending, double value) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] > value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}

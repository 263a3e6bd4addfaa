package io.assay.tasks.embedding;

import io.assay.tasks.statistics.Ranks;
import java.util.stream.IntStream;

/// The order in which NumPy's `argsort` puts up to 256 numbers on processors with AVX-512. Of equal
/// ones none in particular comes first, but the one that its sorting network happens on (bitonic
/// sort over registers of eight numbers: https://github.com/numpy/x86-simd-sort). Scores of
/// references that break ties by it depend on this order; metrics of jobs do not use it.
final class NumpyOrder {

  private static final int LANES = 8;
  private static final int LARGEST_NETWORK = 256;

  private static final int[][][] SORT = {
    {{0, 1}, {2, 3}, {4, 5}, {6, 7}},
    {{0, 3}, {1, 2}, {4, 7}, {5, 6}},
    {{0, 1}, {2, 3}, {4, 5}, {6, 7}},
    {{0, 7}, {1, 6}, {2, 5}, {3, 4}},
    {{0, 2}, {1, 3}, {4, 6}, {5, 7}},
    {{0, 1}, {2, 3}, {4, 5}, {6, 7}}
  };
  private static final int[][][] MERGE = {
    {{0, 4}, {1, 5}, {2, 6}, {3, 7}},
    {{0, 2}, {1, 3}, {4, 6}, {5, 7}},
    {{0, 1}, {2, 3}, {4, 5}, {6, 7}}
  };

  private final double[] keys;
  private final int[] places;

  private NumpyOrder(double[] values) {
    int registers = 1;
    while (registers * LANES < values.length) {
      registers *= 2;
    }
    keys = java.util.Arrays.copyOf(values, registers * LANES);
    java.util.Arrays.fill(keys, values.length, keys.length, Double.POSITIVE_INFINITY);
    places = IntStream.range(0, keys.length).toArray();
  }

  /// The places of finite values in ascending order; above 256 values, equal ones stay in their
  /// order.
  static int[] of(double[] values) {
    if (values.length > LARGEST_NETWORK) {
      return Ranks.order(values);
    }
    var network = new NumpyOrder(values);
    network.sort();
    return java.util.Arrays.copyOf(network.places, values.length);
  }

  private void sort() {
    for (int from = 0; from < keys.length; from += LANES) {
      exchange(SORT, from);
    }
    for (int size = 2 * LANES; size <= keys.length; size *= 2) {
      for (int from = 0; from < keys.length; from += size) {
        merge(from, size);
      }
    }
  }

  /// Merges two sorted halves.
  private void merge(int from, int size) {
    for (int i = 0; i < size / 2; i++) {
      exchange(from + i, from + size - 1 - i);
    }
    for (int step = size / 4; step >= LANES; step /= 2) {
      for (int i = 0; i < size; i++) {
        if (i / step % 2 == 0) {
          exchange(from + i, from + i + step);
        }
      }
    }
    for (int register = from; register < from + size; register += LANES) {
      exchange(MERGE, register);
    }
  }

  private void exchange(int[][][] rounds, int from) {
    for (int[][] round : rounds) {
      for (int[] pair : round) {
        exchange(from + pair[0], from + pair[1]);
      }
    }
  }

  private void exchange(int low, int high) {
    if (keys[high] < keys[low]) {
      double key = keys[low];
      keys[low] = keys[high];
      keys[high] = key;
      int place = places[low];
      places[low] = places[high];
      places[high] = place;
    }
  }
}

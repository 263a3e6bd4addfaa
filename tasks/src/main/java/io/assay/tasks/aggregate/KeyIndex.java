package io.assay.tasks.aggregate;

import java.util.Arrays;

/// Finds a row by its sample's key. Holds 128 bits of hash a row instead of the key; rows are never
/// removed.
final class KeyIndex {

  private static final int NONE = -1;

  private long[] high = new long[64];
  private long[] low = new long[64];
  private int[] slots = filled(128);
  private int size;

  /// The row of a key, a new one (equal to the former [#size]) if it has none yet.
  int rowOf(String sampleId, int epoch) {
    long first = hash(sampleId, 0x9e3779b97f4a7c15L + epoch);
    long second = hash(sampleId, 0xd1b54a32d192ed03L ^ (long) epoch << 32);
    int slot = find(first, second);
    if (slots[slot] != NONE) {
      return slots[slot];
    }
    if (size == high.length) {
      high = Arrays.copyOf(high, 2 * size);
      low = Arrays.copyOf(low, 2 * size);
    }
    high[size] = first;
    low[size] = second;
    slots[slot] = size++;
    int row = size - 1;
    if (2 * size > slots.length) {
      grow();
    }
    return row;
  }

  /// How many rows there are.
  int size() {
    return size;
  }

  private int find(long first, long second) {
    int mask = slots.length - 1;
    int slot = (int) first & mask;
    while (slots[slot] != NONE && (high[slots[slot]] != first || low[slots[slot]] != second)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    slots = filled(2 * slots.length);
    for (int row = 0; row < size; row++) {
      slots[find(high[row], low[row])] = row;
    }
  }

  private static int[] filled(int length) {
    var slots = new int[length];
    Arrays.fill(slots, NONE);
    return slots;
  }

  private static long hash(String text, long seed) {
    long hash = seed;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x9fb21c651e98df25L;
      hash ^= hash >>> 32;
    }
    hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
    return hash ^ hash >>> 31;
  }
}

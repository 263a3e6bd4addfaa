package io.assay.tasks.translation;

/// Numbers for pairs of numbers, from 0 in the order of their first appearance. A hash table with
/// open addressing, since a segment has thousands of n-grams and each is looked up.
final class PairIds {

  static final int ABSENT = -1;

  private static final int SMALLEST = 16;
  private static final int LARGEST_START = 1 << 12;

  private long[] keys;

  /// One more than the number of the key in the same place; 0 where there is no key.
  private int[] places;

  private int size;

  PairIds(int expectedSize) {
    int wanted = Math.clamp(2L * expectedSize, SMALLEST, LARGEST_START);
    int capacity = Integer.highestOneBit(wanted - 1) << 1;
    keys = new long[capacity];
    places = new int[capacity];
  }

  int size() {
    return size;
  }

  /// The number of a pair, or [#ABSENT].
  int find(int first, int second) {
    return places[placeOf(key(first, second))] - 1;
  }

  /// The number of a pair, a new one where it has none.
  int add(int first, int second) {
    long key = key(first, second);
    int place = placeOf(key);
    if (places[place] == 0) {
      keys[place] = key;
      places[place] = ++size;
      if (2 * size > keys.length) {
        grow();
        return size - 1;
      }
    }
    return places[place] - 1;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldPlaces = places;
    keys = new long[2 * oldKeys.length];
    places = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldPlaces[i] != 0) {
        int place = placeOf(oldKeys[i]);
        keys[place] = oldKeys[i];
        places[place] = oldPlaces[i];
      }
    }
  }

  /// Where a key is, or else where it would be.
  private int placeOf(long key) {
    int mask = keys.length - 1;
    int place = (int) (spread(key) & mask);
    while (places[place] != 0 && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private static long key(int first, int second) {
    return ((long) first << 32) | second;
  }

  private static long spread(long key) {
    long product = key * 0x9E3779B97F4A7C15L;
    return product ^ (product >>> 32);
  }
}

package io.assay.producer.dataset;

/// Which ids were seen, at 16 bytes each or less: it keeps 64 bits of their hashes. Of a million
/// different ids two look the same with a probability of 3 in 100 million.
public final class IdSet {

  private long[] slots = new long[1 << 12];
  private int size;

  /// No ids.
  public IdSet() {}

  /// Whether the id was new.
  public boolean add(String id) {
    if (size * 2 >= slots.length) {
      grow();
    }
    boolean added = put(slots, bits(id));
    size += added ? 1 : 0;
    return added;
  }

  /// Whether the id was added.
  public boolean contains(String id) {
    long bits = bits(id);
    int mask = slots.length - 1;
    int at = (int) (bits & mask);
    while (slots[at] != 0 && slots[at] != bits) {
      at = (at + 1) & mask;
    }
    return slots[at] == bits;
  }

  /// Zero marks a free slot.
  private static long bits(String id) {
    long bits = CanonicalHash.bits(id);
    return bits == 0 ? 1 : bits;
  }

  private void grow() {
    var larger = new long[slots.length * 2];
    for (long bits : slots) {
      if (bits != 0) {
        put(larger, bits);
      }
    }
    slots = larger;
  }

  private static boolean put(long[] slots, long bits) {
    int mask = slots.length - 1;
    int at = (int) (bits & mask);
    while (slots[at] != 0) {
      if (slots[at] == bits) {
        return false;
      }
      at = (at + 1) & mask;
    }
    slots[at] = bits;
    return true;
  }
}

package io.assay.tasks.statistics;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/// Draws what CPython's `random.Random(seed)` draws (as of version 3.11), for results that depend
/// on it. Not safe for use by several threads.
public final class PythonRandom {

  private static final int WORD = 32;

  private final MersenneTwister twister;

  /// A generator with a seed of any size; its sign makes no difference.
  public PythonRandom(BigInteger seed) {
    BigInteger magnitude = seed.abs();
    int words = Math.max(1, (magnitude.bitLength() + WORD - 1) / WORD);
    twister =
        MersenneTwister.ofSeeds(
            IntStream.range(0, words)
                .map(i -> magnitude.shiftRight(WORD * i).intValue())
                .toArray());
  }

  /// A generator with a seed.
  public PythonRandom(long seed) {
    this(BigInteger.valueOf(seed));
  }

  /// `random()`.
  public double random() {
    return twister.nextDouble();
  }

  /// `getrandbits(bits)`.
  ///
  /// @param bits 1 to 32
  public long randomBits(int bits) {
    return (twister.nextInt() & 0xFFFF_FFFFL) >>> (WORD - bits);
  }

  /// `randrange(bound)`.
  ///
  /// @param bound 1 or more
  public int below(int bound) {
    int bits = WORD - Integer.numberOfLeadingZeros(bound);
    long drawn = randomBits(bits);
    while (drawn >= bound) {
      drawn = randomBits(bits);
    }
    return (int) drawn;
  }

  /// Places of `choices(population, k=count)`, with replacement.
  ///
  /// @param size of the population
  public int[] choices(int size, int count) {
    var chosen = new int[count];
    for (int i = 0; i < count; i++) {
      chosen[i] = (int) Math.floor(random() * size);
    }
    return chosen;
  }

  /// `shuffle`, in place.
  public void shuffle(int[] items) {
    for (int i = items.length - 1; i >= 1; i--) {
      int j = below(i + 1);
      int item = items[i];
      items[i] = items[j];
      items[j] = item;
    }
  }

  /// Places of `sample(population, count)`, without replacement.
  ///
  /// @param size of the population, at least `count`
  public int[] sample(int size, int count) {
    if (count > size || count < 0) {
      throw new IllegalArgumentException("cannot take " + count + " of " + size);
    }
    return size <= tableSize(count) ? fromPool(size, count) : fromSet(size, count);
  }

  /// Up to which population CPython copies it: about the size of a set's table.
  private static double tableSize(int count) {
    return count > 5 ? 21 + Math.pow(4, Math.ceil(Math.log(count * 3.0) / Math.log(4))) : 21;
  }

  private int[] fromPool(int size, int count) {
    int[] pool = IntStream.range(0, size).toArray();
    var taken = new int[count];
    for (int i = 0; i < count; i++) {
      int j = below(size - i);
      taken[i] = pool[j];
      pool[j] = pool[size - i - 1];
    }
    return taken;
  }

  private int[] fromSet(int size, int count) {
    Set<Integer> seen = new HashSet<>();
    var taken = new int[count];
    for (int i = 0; i < count; i++) {
      int j = below(size);
      while (!seen.add(j)) {
        j = below(size);
      }
      taken[i] = j;
    }
    return taken;
  }
}

package io.assay.tasks.statistics;

/// The generator MT19937 (Matsumoto and Nishimura, 1998), which CPython and NumPy draw from: for
/// results that must be the same as theirs. Not safe for use by several threads.
public final class MersenneTwister {

  private static final int SIZE = 624;
  private static final int SHIFT = 397;
  private static final int TWIST = 0x9908b0df;
  private static final int UPPER = 0x80000000;
  private static final int LOWER = 0x7fffffff;

  private final int[] state = new int[SIZE];
  private int next = SIZE;

  private MersenneTwister(int seed) {
    state[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
    }
  }

  /// Seeded by one number, as `numpy.random.RandomState(seed)`.
  ///
  /// @param seed its 32 bits, taken as unsigned
  public static MersenneTwister ofSeed(int seed) {
    return new MersenneTwister(seed);
  }

  /// Seeded by several numbers (`init_by_array`), as CPython does.
  ///
  /// @param words at least one
  public static MersenneTwister ofSeeds(int... words) {
    var twister = new MersenneTwister(19650218);
    int[] state = twister.state;
    int i = 1;
    int word = 0;
    for (int step = 0; step < Math.max(SIZE, words.length); step++) {
      state[i] = (state[i] ^ mixed(state[i - 1]) * 1664525) + words[word] + word;
      i = advance(state, i);
      word = (word + 1) % words.length;
    }
    for (int step = 0; step < SIZE - 1; step++) {
      state[i] = (state[i] ^ mixed(state[i - 1]) * 1566083941) - i;
      i = advance(state, i);
    }
    state[0] = UPPER;
    return twister;
  }

  private static int mixed(int word) {
    return word ^ word >>> 30;
  }

  private static int advance(int[] state, int i) {
    if (i + 1 < SIZE) {
      return i + 1;
    }
    state[0] = state[SIZE - 1];
    return 1;
  }

  /// The next 32 bits.
  public int nextInt() {
    if (next == SIZE) {
      twist();
      next = 0;
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ y >>> 18;
  }

  private void twist() {
    for (int i = 0; i < SIZE; i++) {
      int y = (state[i] & UPPER) | (state[(i + 1) % SIZE] & LOWER);
      state[i] = state[(i + SHIFT) % SIZE] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : TWIST);
    }
  }

  /// The next number in [0, 1), of 53 bits.
  public double nextDouble() {
    int high = nextInt() >>> 5;
    int low = nextInt() >>> 6;
    return (high * 0x1p26 + low) * 0x1p-53;
  }
}

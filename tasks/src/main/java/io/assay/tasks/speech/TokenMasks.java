package io.assay.tasks.speech;

import java.util.Arrays;

/// Where each token stands in a part of the reference: bit `i % 64` of block `i / 64` says whether
/// it is at place `i`. Kept whole where that is small, else by lists of places.
final class TokenMasks {

  private static final int DENSE_WORDS = 1 << 21;

  private final boolean dense;
  private final int blocks;
  private final int[] starts;
  private final int[] places;
  private final int[] local;
  private long[] words;
  private int base;

  private TokenMasks(boolean dense, int blocks, int[] starts, int[] places, int[] local) {
    this.dense = dense;
    this.blocks = blocks;
    this.starts = starts;
    this.places = places;
    this.local = local;
    this.words = new long[0];
  }

  /// @param tokens the part of the reference
  /// @param size one more than the largest token
  /// @param scratch `size` zeros, which are zeros again after [#close]
  static TokenMasks of(int[] tokens, int size, int[] scratch) {
    int blocks = (tokens.length + 63) / 64;
    long needed = (long) size * blocks;
    return needed <= Math.min(DENSE_WORDS, 4096 + 8L * tokens.length)
        ? dense(tokens, blocks, (int) needed)
        : sparse(tokens, blocks, scratch);
  }

  private static TokenMasks dense(int[] tokens, int blocks, int needed) {
    var masks = new TokenMasks(true, blocks, new int[0], new int[0], new int[0]);
    masks.words = new long[needed];
    for (int i = 0; i < tokens.length; i++) {
      masks.words[tokens[i] * blocks + i / 64] |= 1L << i;
    }
    return masks;
  }

  private static TokenMasks sparse(int[] tokens, int blocks, int[] local) {
    int known = 0;
    for (int token : tokens) {
      local[token] = local[token] == 0 ? ++known : local[token];
    }
    var starts = new int[known + 2];
    for (int token : tokens) {
      starts[local[token] + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    var places = new int[tokens.length];
    int[] next = starts.clone();
    for (int i = 0; i < tokens.length; i++) {
      places[next[local[tokens[i]]]++] = i;
    }
    var masks = new TokenMasks(false, blocks, starts, places, local);
    masks.words = new long[blocks];
    return masks;
  }

  /// Chooses a token: [#mask] is then about it, for these blocks.
  void select(int token, int first, int last) {
    if (dense) {
      base = token * blocks;
      return;
    }
    base = 0;
    Arrays.fill(words, first, last + 1, 0);
    int id = local[token];
    int end = starts[id + 1];
    for (int i = from(starts[id], end, first * 64); i < end && places[i] / 64 <= last; i++) {
      words[places[i] / 64] |= 1L << places[i];
    }
  }

  private int from(int start, int end, int place) {
    int found = Arrays.binarySearch(places, start, end, place);
    return found < 0 ? -found - 1 : found;
  }

  long mask(int block) {
    return words[base + block];
  }

  /// Gives the scratch array back as it was.
  void close(int[] tokens) {
    if (!dense) {
      for (int token : tokens) {
        local[token] = 0;
      }
    }
  }
}

package io.assay.tasks.statistics;

/// The weights of the Poisson bootstrap: how often replicate b counts a cluster. Each is drawn from
/// Poisson(1), as a pure function of (cluster id, replicate): so it survives duplicates and
/// restarts, and is the same for every model, whose replicates then differ by what the models did
/// on equal samples.
///
/// Version 1: the cluster id's UTF-16 units go through FNV-1a (64 bits, seeded) and SplitMix64's
/// finaliser; for each four replicates the finaliser is applied to this hash plus a multiple of the
/// golden gamma, and each 16 bits of it, lowest first, index a table of 65,536 weights, in which
/// they occur as often as in Poisson(1), rounded so that mean and variance are exactly 1. The
/// largest weight is 8.
public final class PoissonWeights {

  /// Grows whenever a weight could change.
  public static final int VERSION = 1;

  /// How many replicates every metric has.
  public static final int REPLICATES = 1000;

  private static final int[] OCCURRENCES = {24107, 24113, 12055, 4017, 1004, 201, 33, 5, 1};
  private static final byte[] TABLE = table();
  private static final int DRAWS = 4;
  private static final long SEED = 0xcbf29ce484222325L ^ VERSION;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private PoissonWeights() {}

  /// A cluster's hash, which the other methods take.
  public static long hash(String clusterId) {
    long hash = SEED;
    for (int i = 0; i < clusterId.length(); i++) {
      hash = (hash ^ clusterId.charAt(i)) * FNV_PRIME;
    }
    return mix(hash);
  }

  /// One weight.
  ///
  /// @param replicate its number, from 0
  public static int weight(long clusterHash, int replicate) {
    long draws = mix(clusterHash + GOLDEN_GAMMA * (replicate / DRAWS + 1));
    return TABLE[(int) (draws >>> (16 * (replicate % DRAWS))) & 0xFFFF];
  }

  /// A cluster's weights in the first replicates.
  ///
  /// @param weights is filled; a multiple of 4 long
  public static void fill(long clusterHash, byte[] weights) {
    long state = clusterHash;
    for (int b = 0; b < weights.length; b += DRAWS) {
      state += GOLDEN_GAMMA;
      long draws = mix(state);
      weights[b] = TABLE[(int) draws & 0xFFFF];
      weights[b + 1] = TABLE[(int) (draws >>> 16) & 0xFFFF];
      weights[b + 2] = TABLE[(int) (draws >>> 32) & 0xFFFF];
      weights[b + 3] = TABLE[(int) (draws >>> 48)];
    }
  }

  /// The weights of many clusters in one replicate.
  ///
  /// @param weights is filled, one for each cluster
  public static void fillAcross(long[] clusterHashes, int replicate, int[] weights) {
    for (int i = 0; i < clusterHashes.length; i++) {
      weights[i] = weight(clusterHashes[i], replicate);
    }
  }

  private static long mix(long z) {
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  private static byte[] table() {
    var table = new byte[1 << 16];
    int at = 0;
    for (int weight = 0; weight < OCCURRENCES.length; weight++) {
      for (int i = 0; i < OCCURRENCES[weight]; i++) {
        table[at++] = (byte) weight;
      }
    }
    return table;
  }
}

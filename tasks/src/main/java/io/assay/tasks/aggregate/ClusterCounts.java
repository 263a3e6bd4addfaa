package io.assay.tasks.aggregate;

/// How many samples each cluster has, by the cluster's hash.
final class ClusterCounts {

  private long[] hashes = new long[128];
  private int[] counts = new int[128];
  private int used;
  private int present;
  private int shared;

  /// Counts one sample more.
  void add(long cluster) {
    int slot = find(cluster);
    if (hashes[slot] == 0) {
      hashes[slot] = nonZero(cluster);
      used++;
    }
    counts[slot]++;
    present += counts[slot] == 1 ? 1 : 0;
    shared += counts[slot] == 2 ? 1 : 0;
    if (2 * used > hashes.length) {
      grow();
    }
  }

  /// Counts one sample of a cluster less, which was counted before.
  void remove(long cluster) {
    int slot = find(cluster);
    counts[slot]--;
    present -= counts[slot] == 0 ? 1 : 0;
    shared -= counts[slot] == 1 ? 1 : 0;
  }

  /// How many clusters have a sample.
  int present() {
    return present;
  }

  /// Whether no cluster has more than one sample.
  boolean allSingle() {
    return shared == 0;
  }

  /// Slots of clusters that lost all their samples stay theirs, so that a search never ends early.
  /// Zero marks a free slot: the one cluster with this hash shares another's.
  private int find(long cluster) {
    long hash = nonZero(cluster);
    int mask = hashes.length - 1;
    int slot = (int) hash & mask;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private static long nonZero(long hash) {
    return hash == 0 ? 1 : hash;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldCounts = counts;
    hashes = new long[2 * oldHashes.length];
    counts = new int[2 * oldHashes.length];
    used = 0;
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldCounts[i] > 0) {
        int slot = find(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        counts[slot] = oldCounts[i];
        used++;
      }
    }
  }
}

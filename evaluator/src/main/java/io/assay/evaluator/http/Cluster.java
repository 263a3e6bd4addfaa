package io.assay.evaluator.http;

/// The workers that share a provider's limits.
@FunctionalInterface
public interface Cluster {

  /// A worker's part.
  ///
  /// @param rank its place among them, from 0
  /// @param workers how many there are, itself included
  record Share(int rank, int workers) {

    /// All of it.
    public static final Share WHOLE = new Share(0, 1);

    public Share {
      if (rank < 0 || rank >= workers) {
        throw new IllegalArgumentException("rank " + rank + " among " + workers + " workers");
      }
    }

    /// Its part of things that cannot be divided: the first ones get one more. Never none, or what
    /// a worker has taken could not be done.
    public int of(int all) {
      return Math.max(1, all / workers + (rank < all % workers ? 1 : 0));
    }

    /// Its part of things that can be divided.
    public double of(double all) {
      return all / workers;
    }
  }

  /// A cluster of one.
  Cluster ALONE = _ -> Share.WHOLE;

  /// This worker's part of what those of a pool share, as it stands now.
  Share share(String pool);
}

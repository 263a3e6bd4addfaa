package io.assay.evaluator.http;

/// The workers that share a provider's limits.
@FunctionalInterface
public interface Cluster {

  /// A worker's part.
  ///
  /// @param rank its place among them, from 0
  /// @param workers how many there are, itself included
  /// @param part its part of what can be divided, more than 0, 1 at most: by how much it has to do
  record Share(int rank, int workers, double part) {

    /// All of it.
    public static final Share WHOLE = new Share(0, 1);

    /// An equal part.
    public Share(int rank, int workers) {
      this(rank, workers, 1.0 / workers);
    }

    public Share {
      if (rank < 0 || rank >= workers) {
        throw new IllegalArgumentException("rank " + rank + " among " + workers + " workers");
      }
      if (!(part > 0 && part <= 1)) {
        throw new IllegalArgumentException("a part of " + part);
      }
    }

    /// Its part of things that cannot be divided: the first ones get one more. Never none, or what
    /// a worker has taken could not be done.
    public int of(int all) {
      return Math.max(1, all / workers + (rank < all % workers ? 1 : 0));
    }

    /// Its part of things that can be divided.
    public double of(double all) {
      return all * part;
    }
  }

  /// A cluster of one.
  Cluster ALONE = _ -> Share.WHOLE;

  /// This worker's part of what those of a pool share, as it stands now.
  Share share(String pool);
}

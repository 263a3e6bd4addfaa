package io.assay.tasks.embedding;

import io.assay.tasks.statistics.NumpyRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Clusters vectors by Lloyd's method: the best of several starts. From the same seed it takes the
/// steps of scikit-learn's `KMeans`, so that clusters are the same but for the rounding of
/// distances.
public final class KMeans {

  private static final int MOST_ROUNDS = 300;
  private static final double SHIFT = 1e-4;

  private final double[][] vectors;
  private final double smallestShift;
  private double[][] centres;
  private int[] clusterOf;
  private double inertia;

  private KMeans(double[][] vectors, double[][] centres, double smallestShift) {
    this.vectors = vectors;
    this.centres = centres;
    this.smallestShift = smallestShift;
    this.clusterOf = Centres.nearest(vectors, centres);
  }

  /// The best of several clusterings.
  ///
  /// @param vectors at least as many as clusters, of equal dimensions, finite
  /// @param starts 1 or more
  public static KMeans best(double[][] vectors, int clusters, int starts, int seed) {
    requireVectors(vectors, clusters);
    double[] mean = mean(vectors);
    double[][] centred =
        Arrays.stream(vectors).map(each -> minus(each, mean)).toArray(double[][]::new);
    double variance =
        Arrays.stream(centred).mapToDouble(each -> Centres.dot(each, each)).sum()
            / vectors.length
            / mean.length;
    var random = new NumpyRandom(seed);
    KMeans best = once(centred, clusters, variance, random);
    for (int i = 1; i < starts; i++) {
      KMeans other = once(centred, clusters, variance, random);
      best = other.inertia < best.inertia && !other.isSame(best) ? other : best;
    }
    return best;
  }

  static void requireVectors(double[][] vectors, int clusters) {
    if (clusters < 1 || vectors.length < clusters) {
      throw new IllegalArgumentException(
          vectors.length + " vectors cannot be put into " + clusters + " clusters");
    }
    if (!Arrays.stream(vectors).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a vector holds a number that is not finite");
    }
  }

  private static double[] mean(double[][] vectors) {
    var mean = new double[vectors[0].length];
    Arrays.stream(vectors).forEach(each -> Centres.add(mean, each, 1));
    return Arrays.stream(mean).map(sum -> sum / vectors.length).toArray();
  }

  private static double[] minus(double[] vector, double[] mean) {
    return IntStream.range(0, mean.length).mapToDouble(i -> vector[i] - mean[i]).toArray();
  }

  private static KMeans once(
      double[][] vectors, int clusters, double variance, NumpyRandom random) {
    var search = new KMeans(vectors, Centres.spread(vectors, clusters, random), SHIFT * variance);
    search.run();
    return search;
  }

  private void run() {
    boolean moving = true;
    for (int round = 0; moving && round < MOST_ROUNDS; round++) {
      double[][] before = centres;
      centres = means();
      int[] next = Centres.nearest(vectors, centres);
      boolean same = Arrays.equals(next, clusterOf);
      moving = !same && shift(before) > smallestShift;
      clusterOf = next;
    }
    inertia = Centres.inertia(vectors, centres, clusterOf);
  }

  private double shift(double[][] before) {
    return IntStream.range(0, centres.length)
        .mapToDouble(k -> Centres.squaredDistance(before[k], centres[k]))
        .sum();
  }

  /// The mean of each cluster; an empty one takes over the vector that is farthest from its centre.
  private double[][] means() {
    var sums = new double[centres.length][vectors[0].length];
    var sizes = new int[centres.length];
    for (int i = 0; i < vectors.length; i++) {
      sizes[clusterOf[i]]++;
      Centres.add(sums[clusterOf[i]], vectors[i], 1);
    }
    fillEmpty(sums, sizes);
    for (int k = 0; k < sums.length; k++) {
      Centres.scale(sums[k], sizes[k] > 0 ? 1.0 / sizes[k] : 1);
    }
    return sums;
  }

  private void fillEmpty(double[][] sums, int[] sizes) {
    int[] empty = IntStream.range(0, sizes.length).filter(k -> sizes[k] == 0).toArray();
    if (empty.length == 0) {
      return;
    }
    double[] distances =
        IntStream.range(0, vectors.length)
            .mapToDouble(i -> Centres.squaredDistance(vectors[i], centres[clusterOf[i]]))
            .toArray();
    int[] farthest =
        IntStream.range(0, vectors.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -distances[i]))
            .limit(empty.length)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int e = 0; e < empty.length && distances[farthest[0]] > 0; e++) {
      int moved = farthest[e];
      Centres.add(sums[clusterOf[moved]], vectors[moved], -1);
      sizes[clusterOf[moved]]--;
      sums[empty[e]] = vectors[moved].clone();
      sizes[empty[e]] = 1;
    }
  }

  /// Whether two clusterings differ by the numbers of their clusters only.
  private boolean isSame(KMeans other) {
    var named = new int[centres.length];
    Arrays.fill(named, -1);
    for (int i = 0; i < clusterOf.length; i++) {
      if (named[clusterOf[i]] < 0) {
        named[clusterOf[i]] = other.clusterOf[i];
      } else if (named[clusterOf[i]] != other.clusterOf[i]) {
        return false;
      }
    }
    return true;
  }

  /// Each vector's cluster, from 0; some may be empty.
  public int[] clusterOf() {
    return clusterOf.clone();
  }

  /// The sum of squared distances from the centres.
  public double inertia() {
    return inertia;
  }
}

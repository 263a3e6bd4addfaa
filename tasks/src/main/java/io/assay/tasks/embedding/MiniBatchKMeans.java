package io.assay.tasks.embedding;

import io.assay.tasks.statistics.NumpyRandom;
import io.assay.tasks.statistics.Ranks;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Clusters vectors by k-means on small random batches (Sculley 2010), which MTEB uses for its
/// clustering tasks: one start by k-means++, then batches until the centres no longer improve. From
/// the same seed it takes the steps of scikit-learn's `MiniBatchKMeans`, so that clusters are the
/// same but for the rounding of distances.
public final class MiniBatchKMeans {

  private static final int MOST_ROUNDS = 100;
  private static final int MOST_STALE_STEPS = 10;
  private static final int START_BATCHES = 3;
  private static final double RARE = 0.01;

  private final double[][] vectors;
  private final int batch;
  private final NumpyRandom random;
  private final double[] seen;
  private double[][] centres;
  private int sinceReassignment;
  private double average = Double.NaN;
  private double smallestAverage = Double.POSITIVE_INFINITY;
  private int staleSteps;

  private MiniBatchKMeans(double[][] vectors, int clusters, int batch, int seed) {
    this.vectors = vectors;
    this.batch = Math.min(batch, vectors.length);
    this.random = new NumpyRandom(seed);
    this.seen = new double[clusters];
    this.centres = start(clusters);
  }

  /// Each vector's cluster, from 0; some may be empty.
  ///
  /// @param vectors at least as many as clusters, of equal dimensions, finite
  /// @param batch how many vectors are drawn at a time, with replacement; MTEB's is 512
  public static int[] clusterOf(double[][] vectors, int clusters, int batch, int seed) {
    KMeans.requireVectors(vectors, clusters);
    var search = new MiniBatchKMeans(vectors, clusters, batch, seed);
    search.run();
    return Centres.nearest(vectors, search.centres);
  }

  private double[][] start(int clusters) {
    int size = START_BATCHES * batch < clusters ? START_BATCHES * clusters : START_BATCHES * batch;
    size = Math.min(size, vectors.length);
    // Drawn to compare starts, of which there is one.
    random.below(vectors.length, size);
    double[][] among = size < vectors.length ? at(random.below(vectors.length, size)) : vectors;
    return Centres.spread(among, clusters, random);
  }

  private double[][] at(int[] places) {
    return Arrays.stream(places).mapToObj(i -> vectors[i]).toArray(double[][]::new);
  }

  private void run() {
    int steps = (int) ((long) MOST_ROUNDS * vectors.length / batch);
    for (int step = 0; step < steps; step++) {
      double inertia = step(at(random.choices(vectors.length, batch))) / batch;
      if (step > 0 && isSettled(inertia)) {
        return;
      }
    }
  }

  /// Whether a running average of the inertia has not fallen for a while.
  private boolean isSettled(double inertia) {
    double weight = Math.min(1, batch * 2.0 / (vectors.length + 1));
    average = Double.isNaN(average) ? inertia : average * (1 - weight) + inertia * weight;
    staleSteps = average < smallestAverage ? 0 : staleSteps + 1;
    smallestAverage = Math.min(smallestAverage, average);
    return staleSteps >= MOST_STALE_STEPS;
  }

  /// Moves each centre towards the vectors of a batch that are nearest to it, the less the more it
  /// has seen; gives the sum of their squared distances before.
  private double step(double[][] drawn) {
    boolean reassigning = isTimeToReassign();
    int[] nearest = Centres.nearest(drawn, centres);
    double inertia = Centres.inertia(drawn, centres, nearest);
    var next = new double[centres.length][];
    for (int k = 0; k < centres.length; k++) {
      next[k] = moved(k, drawn, nearest);
    }
    if (reassigning) {
      reassign(next, drawn);
    }
    centres = next;
    return inertia;
  }

  private double[] moved(int k, double[][] drawn, int[] nearest) {
    long count = Arrays.stream(nearest).filter(each -> each == k).count();
    double[] centre = centres[k].clone();
    if (count > 0) {
      Centres.scale(centre, seen[k]);
      for (int i = 0; i < drawn.length; i++) {
        if (nearest[i] == k) {
          Centres.add(centre, drawn[i], 1);
        }
      }
      seen[k] += count;
      Centres.scale(centre, 1 / seen[k]);
    }
    return centre;
  }

  private boolean isTimeToReassign() {
    sinceReassignment += batch;
    boolean time =
        Arrays.stream(seen).anyMatch(each -> each == 0) || sinceReassignment >= 10 * seen.length;
    sinceReassignment = time ? 0 : sinceReassignment;
    return time;
  }

  /// Puts centres that few vectors are near to in the places of vectors of the batch.
  private void reassign(double[][] next, double[][] drawn) {
    double most = Arrays.stream(seen).max().orElse(0);
    int[] rare = IntStream.range(0, seen.length).filter(k -> seen[k] < RARE * most).toArray();
    int limit = drawn.length / 2;
    if (rare.length > 0.5 * drawn.length) {
      int[] rarest = Arrays.copyOf(Ranks.order(seen), limit);
      rare = Arrays.stream(rare).filter(k -> Arrays.stream(rarest).anyMatch(r -> r == k)).toArray();
    }
    if (rare.length == 0) {
      return;
    }
    int[] places = random.permutation(drawn.length);
    int[] reassigned = rare;
    double least =
        IntStream.range(0, seen.length)
            .filter(k -> Arrays.stream(reassigned).noneMatch(r -> r == k))
            .mapToDouble(k -> seen[k])
            .min()
            .orElse(0);
    for (int i = 0; i < rare.length; i++) {
      next[rare[i]] = drawn[places[i]].clone();
      seen[rare[i]] = least;
    }
  }
}

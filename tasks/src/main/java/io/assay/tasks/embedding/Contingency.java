package io.assay.tasks.embedding;

import java.util.Arrays;
import java.util.OptionalDouble;

/// How classes and clusters overlap, and the scores of a clustering that follow, as scikit-learn
/// computes them: logarithms are natural. A clustering of nothing is perfect. Tables add up.
public final class Contingency {

  private static final double EPSILON = Math.ulp(1.0);

  private final long[][] counts;
  private final long[] classes;
  private final long[] clusters;
  private final long total;

  /// The overlap of items' classes and clusters.
  ///
  /// @param classOf each item's class, counted from 0 without gaps
  /// @param clusterOf each item's cluster, counted from 0 without gaps
  public Contingency(int[] classOf, int[] clusterOf) {
    if (classOf.length != clusterOf.length) {
      throw new IllegalArgumentException(
          classOf.length + " classes and " + clusterOf.length + " clusters of the same items");
    }
    classes = new long[Arrays.stream(classOf).max().orElse(-1) + 1];
    clusters = new long[Arrays.stream(clusterOf).max().orElse(-1) + 1];
    counts = new long[classes.length][clusters.length];
    total = classOf.length;
    for (int i = 0; i < classOf.length; i++) {
      counts[classOf[i]][clusterOf[i]]++;
      classes[classOf[i]]++;
      clusters[clusterOf[i]]++;
    }
  }

  private Contingency(long[][] counts, int clusterCount) {
    this.counts = counts;
    this.classes = Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).toArray();
    this.clusters = new long[clusterCount];
    for (long[] row : counts) {
      for (int j = 0; j < clusterCount; j++) {
        clusters[j] += row[j];
      }
    }
    this.total = Arrays.stream(classes).sum();
  }

  /// The overlap where items count as often as weights say; classes and clusters without any are
  /// left out.
  static Contingency weighted(int[] classOf, int[] clusterOf, int[] weights) {
    int[] classPlaces = places(classOf, weights);
    int[] clusterPlaces = places(clusterOf, weights);
    int clusterCount = Arrays.stream(clusterPlaces).max().orElse(-1) + 1;
    var counts = new long[Arrays.stream(classPlaces).max().orElse(-1) + 1][clusterCount];
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        counts[classPlaces[classOf[i]]][clusterPlaces[clusterOf[i]]] += weights[i];
      }
    }
    return new Contingency(counts, clusterCount);
  }

  /// New numbers without gaps for those that occur.
  private static int[] places(int[] of, int[] weights) {
    var places = new int[Arrays.stream(of).max().orElse(-1) + 1];
    Arrays.fill(places, -1);
    int next = 0;
    for (int i = 0; i < of.length; i++) {
      if (weights[i] > 0 && places[of[i]] < 0) {
        places[of[i]] = next++;
      }
    }
    return places;
  }

  /// How many items of a class are in a cluster, by class and cluster.
  public long[][] counts() {
    return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
  }

  private static double entropy(long[] sizes, long total) {
    if (sizes.length <= 1) {
      return 0;
    }
    double entropy = 0;
    for (long size : sizes) {
      entropy -= (double) size / total * (Math.log((double) size) - Math.log((double) total));
    }
    return entropy;
  }

  /// What a cluster tells of the class, in nats.
  public double mutualInformation() {
    if (classes.length <= 1 || clusters.length <= 1) {
      return 0;
    }
    double information = 0;
    for (int i = 0; i < classes.length; i++) {
      for (int j = 0; j < clusters.length; j++) {
        information += counts[i][j] == 0 ? 0 : term(i, j);
      }
    }
    return Math.max(0, information);
  }

  private double term(int i, int j) {
    double share = (double) counts[i][j] / total;
    double log = Math.log((double) counts[i][j]) - Math.log((double) total);
    double expected = -Math.log((double) classes[i] * clusters[j]) + 2 * Math.log((double) total);
    double term = share * log + share * expected;
    return Math.abs(term) < EPSILON ? 0 : term;
  }

  /// Whether clusters hold one class only: 1 if all do.
  public double homogeneity() {
    double entropy = entropy(classes, total);
    return entropy == 0 ? 1 : mutualInformation() / entropy;
  }

  /// Whether classes are in one cluster only: 1 if all are.
  public double completeness() {
    double entropy = entropy(clusters, total);
    return entropy == 0 ? 1 : mutualInformation() / entropy;
  }

  /// The harmonic mean of [#homogeneity] and [#completeness]; equal to normalised mutual
  /// information with the arithmetic mean.
  public double vMeasure() {
    double sum = homogeneity() + completeness();
    return sum == 0 ? 0 : 2 * homogeneity() * completeness() / sum;
  }

  /// Mutual information beyond chance (Vinh, Epps and Bailey 2010).
  public double adjustedMutualInformation() {
    if (classes.length == clusters.length && classes.length <= 1) {
      return 1;
    }
    if (classes.length <= 1 || clusters.length <= 1) {
      return 0;
    }
    double expected = ExpectedInformation.of(classes, clusters, total);
    double most = (entropy(classes, total) + entropy(clusters, total)) / 2;
    return awayFromZero(mutualInformation() - expected) / awayFromZero(most - expected);
  }

  private static double awayFromZero(double x) {
    return x < 0 ? Math.min(x, -EPSILON) : Math.max(x, EPSILON);
  }

  private static double pairs(long[] sizes) {
    double pairs = 0;
    for (long size : sizes) {
      pairs += (double) size * (size - 1);
    }
    return pairs;
  }

  /// Ordered pairs of items in the same class and cluster.
  private double pairsTogether() {
    return Arrays.stream(counts).mapToDouble(Contingency::pairs).sum();
  }

  /// The share of pairs of items that are together or apart in both.
  public double rand() {
    double all = (double) total * (total - 1);
    double agreed = all + 2 * pairsTogether() - pairs(classes) - pairs(clusters);
    return all <= 0 || agreed == all ? 1 : agreed / all;
  }

  /// The Rand index beyond chance.
  public double adjustedRand() {
    double both = pairsTogether();
    double classOnly = pairs(classes) - both;
    double clusterOnly = pairs(clusters) - both;
    double neither = (double) total * (total - 1) - both - classOnly - clusterOnly;
    if (classOnly == 0 && clusterOnly == 0) {
      return 1;
    }
    return 2
        * (both * neither - classOnly * clusterOnly)
        / ((both + classOnly) * (classOnly + neither)
            + (both + clusterOnly) * (clusterOnly + neither));
  }

  /// Fowlkes and Mallows' index: the geometric mean of precision and recall over pairs; 0 where no
  /// pair is together in both.
  public double fowlkesMallows() {
    double both = pairsTogether();
    return both == 0 ? 0 : Math.sqrt(both / pairs(clusters)) * Math.sqrt(both / pairs(classes));
  }

  /// The share of items that are of their cluster's largest class; empty where there are none.
  public OptionalDouble purity() {
    long pure = 0;
    for (int j = 0; j < clusters.length; j++) {
      int cluster = j;
      pure += Arrays.stream(counts).mapToLong(row -> row[cluster]).max().orElse(0);
    }
    return share(pure);
  }

  /// The share of items that are right if each cluster is given the class that suits best, no class
  /// twice; empty where there are none.
  public OptionalDouble accuracy() {
    return share(Assignment.largestSum(counts));
  }

  private OptionalDouble share(long items) {
    return total == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) items / total);
  }
}

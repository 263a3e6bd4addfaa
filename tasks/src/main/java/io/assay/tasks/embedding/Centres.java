package io.assay.tasks.embedding;

import io.assay.tasks.statistics.NumpyRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Centres of clusters: how they are first chosen, and which one is nearest.
final class Centres {

  private Centres() {}

  static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static void add(double[] to, double[] what, double factor) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * what[i];
    }
  }

  static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  /// The place of each vector's nearest centre, the first of equally near ones.
  static int[] nearest(double[][] vectors, double[][] centres) {
    double[] norms = Arrays.stream(centres).mapToDouble(each -> dot(each, each)).toArray();
    var nearest = new int[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      double smallest = Double.POSITIVE_INFINITY;
      for (int k = 0; k < centres.length; k++) {
        double distance = norms[k] - 2 * dot(vectors[i], centres[k]);
        if (distance < smallest) {
          nearest[i] = k;
          smallest = distance;
        }
      }
    }
    return nearest;
  }

  /// The sum of squared distances from the centres.
  static double inertia(double[][] vectors, double[][] centres, int[] nearest) {
    double sum = 0;
    for (int i = 0; i < vectors.length; i++) {
      sum += squaredDistance(vectors[i], centres[nearest[i]]);
    }
    return sum;
  }

  /// k-means++ (Arthur and Vassilvitskii 2007): each further centre is drawn among the vectors by
  /// its squared distance from the ones so far; of a few candidates the one that helps most is
  /// taken.
  static double[][] spread(double[][] vectors, int count, NumpyRandom random) {
    int candidates = 2 + (int) Math.log(count);
    double[] norms = Arrays.stream(vectors).mapToDouble(each -> dot(each, each)).toArray();
    var centres = new double[count][];
    int first = random.choices(vectors.length, 1)[0];
    centres[0] = vectors[first].clone();
    double[] distances = distances(vectors, norms, first);
    for (int k = 1; k < count; k++) {
      double total = Arrays.stream(distances).sum();
      double[] cumulative = distances.clone();
      Arrays.parallelPrefix(cumulative, Double::sum);
      double[] drawn =
          IntStream.range(0, candidates).mapToDouble(_ -> random.uniform() * total).toArray();
      double smallest = Double.POSITIVE_INFINITY;
      double[] best = distances;
      for (double at : drawn) {
        int candidate = firstReaching(cumulative, at);
        double[] nearer = nearer(distances, distances(vectors, norms, candidate));
        double potential = Arrays.stream(nearer).sum();
        if (potential < smallest) {
          smallest = potential;
          best = nearer;
          centres[k] = vectors[candidate].clone();
        }
      }
      distances = best;
    }
    return centres;
  }

  private static int firstReaching(double[] cumulative, double value) {
    int place = 0;
    while (place < cumulative.length - 1 && cumulative[place] < value) {
      place++;
    }
    return place;
  }

  /// Squared distances from one of the vectors, by their dot products.
  private static double[] distances(double[][] vectors, double[] norms, int from) {
    return IntStream.range(0, vectors.length)
        .mapToDouble(i -> Math.max(0, norms[from] - 2 * dot(vectors[from], vectors[i]) + norms[i]))
        .toArray();
  }

  private static double[] nearer(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> Math.min(a[i], b[i])).toArray();
  }
}

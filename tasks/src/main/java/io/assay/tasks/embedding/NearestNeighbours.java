package io.assay.tasks.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Classifies vectors by a vote of the nearest ones with known classes, as scikit-learn's
/// `KNeighborsClassifier`: each neighbour has one vote, the lowest of equally voted classes wins.
/// Of equally near vectors the first ones count.
public final class NearestNeighbours {

  private final double[][] vectors;
  private final int[] classes;
  private final Similarity similarity;

  /// @param vectors at least one, of equal dimensions
  /// @param classes each vector's, 0 or more
  /// @param similarity by which vectors are near
  public NearestNeighbours(double[][] vectors, int[] classes, Similarity similarity) {
    if (vectors.length == 0 || vectors.length != classes.length) {
      throw new IllegalArgumentException(
          vectors.length + " vectors have " + classes.length + " classes, expected one for each");
    }
    this.vectors =
        Arrays.stream(vectors).map(each -> prepared(each, similarity)).toArray(double[][]::new);
    this.classes = classes;
    this.similarity = similarity;
  }

  /// Vectors that are compared by their cosine are brought to length 1 once.
  private static double[] prepared(double[] vector, Similarity similarity) {
    return similarity == Similarity.COSINE ? Similarity.unit(vector) : vector;
  }

  /// The places of the nearest vectors, in ascending order.
  ///
  /// @param count at most as many as there are vectors
  public int[] nearest(double[] query, int count) {
    if (count > vectors.length) {
      throw new IllegalArgumentException(
          count + " neighbours were asked of " + vectors.length + " vectors");
    }
    double[] prepared = prepared(query, similarity);
    Similarity measure = similarity == Similarity.COSINE ? Similarity.DOT : similarity;
    double[] near =
        Arrays.stream(vectors).mapToDouble(each -> measure.of(prepared, each)).toArray();
    return IntStream.range(0, near.length)
        .boxed()
        .sorted((a, b) -> Double.compare(near[b] + 0.0, near[a] + 0.0))
        .limit(count)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /// The class that most of the nearest vectors have.
  public int classOf(double[] query, int count) {
    int[] votes = new int[Arrays.stream(classes).max().orElse(0) + 1];
    for (int neighbour : nearest(query, count)) {
      votes[classes[neighbour]]++;
    }
    int best = 0;
    for (int each = 1; each < votes.length; each++) {
      best = votes[each] > votes[best] ? each : best;
    }
    return best;
  }
}

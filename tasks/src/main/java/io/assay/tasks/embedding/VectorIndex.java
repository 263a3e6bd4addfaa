package io.assay.tasks.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Vectors of equal dimensions, searched completely. Scores in single precision, of many queries
/// and many vectors at once, pick candidates; those that could be among the best within the
/// rounding error are scored again in double precision. The result is that of double precision
/// throughout, whatever is searched together.
final class VectorIndex {

  /// Queries that are searched together: enough to be worth the bringing of the vectors into the
  /// block's order.
  private static final int TOGETHER = 1024;

  /// Scores that are remembered for the queries together.
  private static final int REMEMBERED = 1_000_000;

  private static final double FLOAT_EPSILON = Math.ulp(1f);

  private final List<String> ids;
  private final List<float[]> vectors;
  private final double[] norms;
  private final double largestNorm;
  private final int dimensions;
  private final boolean cosine;

  /// @param ids in the order in which they come among equal scores
  /// @param vectors one for each id
  VectorIndex(List<String> ids, List<float[]> vectors, boolean cosine) {
    this.ids = ids;
    this.vectors = vectors;
    this.cosine = cosine;
    this.dimensions = vectors.getFirst().length;
    this.norms = vectors.stream().mapToDouble(VectorIndex::norm).toArray();
    this.largestNorm = cosine ? 1 : Arrays.stream(norms).max().orElse(1);
  }

  /// What was found.
  ///
  /// @param ids the best first
  /// @param scores one for each id
  record Found(List<String> ids, List<Double> scores) {}

  /// The nearest vectors of each query, the best first.
  ///
  /// @param single whether scores that are equal in single precision are equal
  List<Found> search(List<float[]> queries, int depth, boolean single) {
    int count = Math.min(depth, ids.size());
    int together = Math.clamp(REMEMBERED / count, ProductBlock.QUERIES, TOGETHER);
    var found = new ArrayList<Found>(queries.size());
    for (int from = 0; from < queries.size(); from += together) {
      var part = queries.subList(from, Math.min(from + together, queries.size()));
      List<Shortlist> candidates = candidates(part, count);
      for (int i = 0; i < part.size(); i++) {
        found.add(best(part.get(i), candidates.get(i).places(), count, single));
      }
    }
    return found;
  }

  private List<Shortlist> candidates(List<float[]> queries, int count) {
    var block = new ProductBlock(dimensions);
    float[][] scaled =
        queries.stream()
            .map(query -> block.query(query, scale(norm(query))))
            .toArray(float[][]::new);
    List<Shortlist> lists =
        queries.stream()
            .map(query -> new Shortlist(count, vectors.size(), margin(norm(query))))
            .toList();
    var products = new float[ProductBlock.QUERIES][ProductBlock.VECTORS];
    for (int first = 0; first < vectors.size(); first += ProductBlock.VECTORS) {
      int size = Math.min(ProductBlock.VECTORS, vectors.size() - first);
      for (int i = 0; i < size; i++) {
        block.put(i, vectors.get(first + i), scale(norms[first + i]));
      }
      for (int from = 0; from < scaled.length; from += ProductBlock.QUERIES) {
        int some = Math.min(ProductBlock.QUERIES, scaled.length - from);
        block.multiply(scaled, from, some, products);
        for (int i = 0; i < some; i++) {
          lists.get(from + i).offer(products[i], size, first);
        }
      }
    }
    return lists;
  }

  private double scale(double norm) {
    return cosine && norm > 0 ? 1 / norm : 1;
  }

  /// Twice the largest error of a score in single precision, generously.
  private double margin(double norm) {
    return 4 * FLOAT_EPSILON * (dimensions + 4) * largestNorm * (cosine ? 1 : norm);
  }

  private Found best(float[] query, int[] candidates, int count, boolean single) {
    double[] scores = scores(query, candidates);
    if (single) {
      Arrays.setAll(scores, i -> (float) scores[i]);
    }
    int[] best =
        IntStream.range(0, candidates.length)
            .boxed()
            .sorted((a, b) -> compare(scores[a], candidates[a], scores[b], candidates[b]))
            .limit(count)
            .mapToInt(Integer::intValue)
            .toArray();
    return new Found(
        Arrays.stream(best).mapToObj(i -> ids.get(candidates[i])).toList(),
        Arrays.stream(best).mapToObj(i -> scores[i]).toList());
  }

  private static int compare(double scoreA, int a, double scoreB, int b) {
    return scoreA == scoreB ? Integer.compare(a, b) : Double.compare(scoreB, scoreA);
  }

  /// Four at a time, since each sum alone waits for itself; none depends on the others.
  private double[] scores(float[] query, int[] candidates) {
    double norm = norm(query);
    var scores = new double[candidates.length];
    for (int i = 0; i < scores.length; i += 4) {
      float[] a = vectors.get(candidates[i]);
      float[] b = vectors.get(candidates[Math.min(i + 1, scores.length - 1)]);
      float[] c = vectors.get(candidates[Math.min(i + 2, scores.length - 1)]);
      float[] d = vectors.get(candidates[Math.min(i + 3, scores.length - 1)]);
      addProducts(query, a, b, c, d, scores, i);
    }
    for (int i = 0; i < scores.length && cosine; i++) {
      double lengths = norm * norms[candidates[i]];
      scores[i] = lengths > 0 ? scores[i] / lengths : scores[i];
    }
    return scores;
  }

  private static void addProducts(
      float[] query, float[] a, float[] b, float[] c, float[] d, double[] sums, int from) {
    double sumA = 0;
    double sumB = 0;
    double sumC = 0;
    double sumD = 0;
    for (int i = 0; i < query.length; i++) {
      double value = query[i];
      sumA += value * a[i];
      sumB += value * b[i];
      sumC += value * c[i];
      sumD += value * d[i];
    }
    double[] four = {sumA, sumB, sumC, sumD};
    System.arraycopy(four, 0, sums, from, Math.min(4, sums.length - from));
  }

  private static double norm(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }
}

package io.assay.tasks.embedding;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Vectors of equal dimensions, searched completely. Scores in single precision, many passages at
/// once, pick candidates; those that could be among the best within the rounding error are scored
/// again in double precision. The result is that of double precision throughout.
final class VectorIndex {

  /// Passages that are scored together: their scores stay in the nearest cache.
  private static final int BLOCK = 256;

  /// Dimensions that are added in one pass over a block's scores.
  private static final int UNROLLED = 4;

  private static final double FLOAT_EPSILON = Math.ulp(1f);

  private final List<String> ids;
  private final List<float[]> vectors;
  private final double[] norms;
  private final double largestNorm;
  private final float[][] blocks;
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
    this.blocks = new float[(ids.size() + BLOCK - 1) / BLOCK][];
    for (int block = 0; block < blocks.length; block++) {
      blocks[block] = transposed(block * BLOCK);
    }
  }

  /// The vectors of a block, dimension by dimension, normalised for cosine.
  private float[] transposed(int from) {
    var block = new float[BLOCK * padded(dimensions)];
    for (int i = from; i < Math.min(from + BLOCK, ids.size()); i++) {
      float[] vector = vectors.get(i);
      double scale = cosine && norms[i] > 0 ? 1 / norms[i] : 1;
      for (int d = 0; d < dimensions; d++) {
        block[d * BLOCK + i - from] = (float) (vector[d] * scale);
      }
    }
    return block;
  }

  /// What was found.
  ///
  /// @param ids the best first
  /// @param scores one for each id
  record Found(List<String> ids, List<Double> scores) {}

  /// The ids of the nearest vectors, the best first.
  List<String> best(float[] query, int depth) {
    return search(query, depth, false).ids();
  }

  /// The nearest vectors, the best first.
  ///
  /// @param single whether scores that are equal in single precision are equal
  Found search(float[] query, int depth, boolean single) {
    double norm = norm(query);
    float[] rough = roughScores(query, norm);
    int count = Math.min(depth, ids.size());
    double margin = 4 * FLOAT_EPSILON * (dimensions + 4) * largestNorm * (cosine ? 1 : norm);
    double enough = largest(rough, count) - margin;
    int[] candidates = IntStream.range(0, ids.size()).filter(i -> !(rough[i] < enough)).toArray();
    double[] scores =
        Arrays.stream(candidates)
            .mapToDouble(i -> score(query, norm, i))
            .map(score -> single ? (float) score : score)
            .toArray();
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

  private float[] roughScores(float[] query, double norm) {
    var scores = new float[blocks.length * BLOCK];
    var sums = new float[BLOCK];
    var scaled = new float[padded(dimensions)];
    for (int d = 0; d < dimensions; d++) {
      scaled[d] = (float) (cosine && norm > 0 ? query[d] / norm : query[d]);
    }
    for (int block = 0; block < blocks.length; block++) {
      Arrays.fill(sums, 0);
      for (int d = 0; d < scaled.length; d += UNROLLED) {
        addScaled(sums, blocks[block], scaled, d);
      }
      System.arraycopy(sums, 0, scores, block * BLOCK, BLOCK);
    }
    return Arrays.copyOf(scores, ids.size());
  }

  /// A loop that the compiler turns into vector instructions.
  private static void addScaled(float[] sums, float[] block, float[] query, int dimension) {
    float a = query[dimension];
    float b = query[dimension + 1];
    float c = query[dimension + 2];
    float d = query[dimension + 3];
    int from = dimension * BLOCK;
    for (int i = 0; i < BLOCK; i++) {
      sums[i] +=
          a * block[from + i]
              + b * block[from + BLOCK + i]
              + c * block[from + 2 * BLOCK + i]
              + d * block[from + 3 * BLOCK + i];
    }
  }

  private static int padded(int dimensions) {
    return (dimensions + UNROLLED - 1) / UNROLLED * UNROLLED;
  }

  private double score(float[] query, double norm, int passage) {
    float[] vector = vectors.get(passage);
    double sum = 0;
    for (int d = 0; d < dimensions; d++) {
      sum += (double) query[d] * vector[d];
    }
    double lengths = norm * norms[passage];
    return cosine && lengths > 0 ? sum / lengths : sum;
  }

  private static double norm(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  /// The smallest of the `count` largest scores, by a heap of these.
  private static float largest(float[] scores, int count) {
    var heap = new float[count];
    Arrays.fill(heap, Float.NEGATIVE_INFINITY);
    for (float score : scores) {
      if (score > heap[0]) {
        replaceRoot(heap, score);
      }
    }
    return heap[0];
  }

  private static void replaceRoot(float[] heap, float score) {
    int at = 0;
    for (int child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= score) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = score;
  }
}

package io.assay.tasks.embedding;

/// Dot products of queries with a block of vectors in single precision, as a matrix product does
/// them: several queries for each look at the vectors. The one loop is of a form that the compiler
/// turns into vector instructions: one array is written, and all are read at the same place. (An
/// explicit `jdk.incubator.vector` would be twice as fast, but with its module the JVM cannot use
/// the cache that halves its start.)
final class ProductBlock {

  /// Vectors that are multiplied together: their products with a query stay in the nearest cache.
  static final int VECTORS = 512;

  /// Queries that are multiplied together.
  static final int QUERIES = 16;

  /// Dimensions that are added in one pass over the products; with more the compiler gives up.
  private static final int UNROLLED = 8;

  private final float[][] columns;
  private final int dimensions;

  ProductBlock(int dimensions) {
    this.dimensions = dimensions;
    this.columns = new float[padded(dimensions)][VECTORS];
  }

  /// Puts a vector at a place of the block.
  void put(int place, float[] vector, double scale) {
    for (int d = 0; d < dimensions; d++) {
      columns[d][place] = (float) (vector[d] * scale);
    }
  }

  /// A query in the form that [#multiply] takes.
  float[] query(float[] vector, double scale) {
    var query = new float[columns.length];
    for (int d = 0; d < dimensions; d++) {
      query[d] = (float) (vector[d] * scale);
    }
    return query;
  }

  /// Multiplies queries with all vectors of the block.
  ///
  /// @param queries as [#query] made them
  /// @param from the first that is multiplied
  /// @param count how many are, at most [#QUERIES]
  /// @param products takes one row for each of them
  void multiply(float[][] queries, int from, int count, float[][] products) {
    for (int q = 0; q < count; q++) {
      java.util.Arrays.fill(products[q], 0);
    }
    for (int d = 0; d < columns.length; d += UNROLLED) {
      for (int q = 0; q < count; q++) {
        addProducts(products[q], queries[from + q], d);
      }
    }
  }

  private void addProducts(float[] sums, float[] query, int d) {
    float a0 = query[d];
    float a1 = query[d + 1];
    float a2 = query[d + 2];
    float a3 = query[d + 3];
    float a4 = query[d + 4];
    float a5 = query[d + 5];
    float a6 = query[d + 6];
    float a7 = query[d + 7];
    float[] b0 = columns[d];
    float[] b1 = columns[d + 1];
    float[] b2 = columns[d + 2];
    float[] b3 = columns[d + 3];
    float[] b4 = columns[d + 4];
    float[] b5 = columns[d + 5];
    float[] b6 = columns[d + 6];
    float[] b7 = columns[d + 7];
    for (int i = 0; i < VECTORS; i++) {
      sums[i] +=
          a0 * b0[i]
              + a1 * b1[i]
              + a2 * b2[i]
              + a3 * b3[i]
              + a4 * b4[i]
              + a5 * b5[i]
              + a6 * b6[i]
              + a7 * b7[i];
    }
  }

  private static int padded(int dimensions) {
    return (dimensions + UNROLLED - 1) / UNROLLED * UNROLLED;
  }
}

package io.assay.tasks.embedding;

/// Similarities in the forms of PyTorch, in which MTEB computes a model's own similarity: the
/// cosine is the dot product of vectors divided by their length, or by 1e-12 if they are shorter,
/// so that a vector of no length has 0 with any other. Numbers that are not finite spread.
final class TorchForms {

  private static final double SHORTEST = 1e-12;
  private static final int COLUMNS = 4;

  private TorchForms() {}

  static double cosine(double[] a, double[] b) {
    return dot(unit(a), unit(b));
  }

  static double[] unit(double[] vector) {
    double length = Math.max(Similarity.length(vector), SHORTEST);
    return java.util.Arrays.stream(vector).map(each -> each / length).toArray();
  }

  static double dot(double[] a, double[] b) {
    requireSameDimensions(a.length, b.length);
    return Similarity.DOT.unchecked(a, b);
  }

  /// The dot products of a vector with others, summed in the order of a matrix product: that of
  /// four columns at a time sums even and odd places apart, that of columns left over does not.
  /// Equal vectors can thus differ in the last bit.
  static double[] dots(double[] vector, double[][] others) {
    int blocked = others.length / COLUMNS * COLUMNS;
    var dots = new double[others.length];
    for (int i = 0; i < dots.length; i++) {
      requireSameDimensions(vector.length, others[i].length);
      dots[i] = i < blocked ? evenAndOdd(vector, others[i]) : dot(vector, others[i]);
    }
    return dots;
  }

  private static double evenAndOdd(double[] a, double[] b) {
    double even = 0;
    double odd = 0;
    for (int i = 0; i < a.length; i += 2) {
      even += a[i] * b[i];
      odd += i + 1 < a.length ? a[i + 1] * b[i + 1] : 0;
    }
    return even + odd;
  }

  static double euclidean(double[] a, double[] b) {
    requireSameDimensions(a.length, b.length);
    return Similarity.EUCLIDEAN.unchecked(a, b);
  }

  static void requireSameDimensions(int a, int b) {
    if (a != b) {
      throw new IllegalArgumentException(
          "vectors of " + a + " and " + b + " dimensions cannot be compared");
    }
  }
}

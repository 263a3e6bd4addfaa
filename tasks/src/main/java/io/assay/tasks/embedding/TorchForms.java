package io.assay.tasks.embedding;

/// Similarities in the forms of PyTorch, in which MTEB computes a model's own similarity: the
/// cosine is the dot product of vectors divided by their length, or by 1e-12 if they are shorter,
/// so that a vector of no length has 0 with any other. Numbers that are not finite spread.
final class TorchForms {

  private static final double SHORTEST = 1e-12;

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

package io.assay.tasks.embedding;

/// Similarities in single precision, for comparison with references that compute in it. What such
/// rounding does to ranks is noise: for everything else see [Similarity].
final class FloatForms {

  private static final float SHORTEST = 1e-12f;
  private static final float ALMOST_NOTHING = 10 * Math.ulp(1f);

  private FloatForms() {}

  static float[] narrowed(double[] vector) {
    var narrowed = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      narrowed[i] = (float) vector[i];
    }
    return narrowed;
  }

  private static float length(float[] vector) {
    float squares = 0;
    for (float each : vector) {
      squares += each * each;
    }
    return (float) Math.sqrt(squares);
  }

  private static float[] divided(float[] vector, float by) {
    var divided = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      divided[i] = vector[i] / by;
    }
    return divided;
  }

  /// PyTorch's cosine.
  static float cosine(float[] a, float[] b) {
    return dot(
        divided(a, Math.max(length(a), SHORTEST)), divided(b, Math.max(length(b), SHORTEST)));
  }

  /// scikit-learn's cosine.
  static float pairedCosine(float[] a, float[] b) {
    float distance = euclidean(divided(a, lengthOrOne(a)), divided(b, lengthOrOne(b)));
    return 1 - distance * distance / 2;
  }

  private static float lengthOrOne(float[] vector) {
    float length = length(vector);
    return length < ALMOST_NOTHING ? 1 : length;
  }

  static float dot(float[] a, float[] b) {
    TorchForms.requireSameDimensions(a.length, b.length);
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /// The distance, not negated.
  static float euclidean(float[] a, float[] b) {
    TorchForms.requireSameDimensions(a.length, b.length);
    float squares = 0;
    for (int i = 0; i < a.length; i++) {
      squares += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return (float) Math.sqrt(squares);
  }

  /// The distance, not negated.
  static float manhattan(float[] a, float[] b) {
    TorchForms.requireSameDimensions(a.length, b.length);
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum;
  }
}

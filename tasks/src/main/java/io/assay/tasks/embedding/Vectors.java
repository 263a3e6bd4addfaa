package io.assay.tasks.embedding;

import io.assay.contracts.event.Embedding;
import java.util.Optional;

/// Checks and compares vectors, in double precision.
public final class Vectors {

  private Vectors() {}

  /// Why a vector cannot be compared, in words; empty if it can.
  public static Optional<String> problemWith(Embedding vector) {
    if (vector.dimensions() == 0) {
      return Optional.of("has no dimensions");
    }
    boolean zero = true;
    for (int i = 0; i < vector.dimensions(); i++) {
      float value = vector.at(i);
      if (!Float.isFinite(value)) {
        return Optional.of("holds " + value + " at place " + i);
      }
      zero &= value == 0;
    }
    return zero ? Optional.of("is zero, which has no direction") : Optional.empty();
  }

  /// Cosine as scikit-learn's paired distances give it: 1 - |a/|a| - b/|b||² / 2.
  public static double cosine(Embedding a, Embedding b) {
    double normA = norm(a);
    double normB = norm(b);
    double squares = 0;
    for (int i = 0; i < a.dimensions(); i++) {
      double difference = a.at(i) / normA - b.at(i) / normB;
      squares += difference * difference;
    }
    return 1 - squares / 2;
  }

  /// The Euclidean length.
  static double length(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  /// In double precision.
  static double[] widened(float[] vector) {
    var wide = new double[vector.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = vector[i];
    }
    return wide;
  }

  /// Two vectors one behind the other.
  static Embedding joined(Embedding a, Embedding b) {
    float[] both = java.util.Arrays.copyOf(a.toArray(), a.dimensions() + b.dimensions());
    System.arraycopy(b.toArray(), 0, both, a.dimensions(), b.dimensions());
    return Embedding.of(both);
  }

  private static double norm(Embedding vector) {
    double squares = 0;
    for (int i = 0; i < vector.dimensions(); i++) {
      squares += (double) vector.at(i) * vector.at(i);
    }
    return Math.sqrt(squares);
  }
}

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

  private static double norm(Embedding vector) {
    double squares = 0;
    for (int i = 0; i < vector.dimensions(); i++) {
      squares += (double) vector.at(i) * vector.at(i);
    }
    return Math.sqrt(squares);
  }
}

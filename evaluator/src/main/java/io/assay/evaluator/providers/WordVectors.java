package io.assay.evaluator.providers;

import io.assay.contracts.event.Embedding;
import java.util.Locale;

/// Bags of hashed words.
final class WordVectors {
  private WordVectors() {}

  static Embedding of(String text, int dimensions) {
    var sum = new float[dimensions];
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", 0)) {
      add(word, sum);
    }
    return Embedding.of(unit(sum));
  }

  private static void add(String word, float[] sum) {
    long state = Draw.mix(word, word.length());
    for (int i = 0; i < sum.length; i++) {
      state = Draw.scramble(state);
      sum[i] += (state >> 32) * 0x1.0p-31f;
    }
  }

  private static float[] unit(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    double norm = square == 0 ? 1 : Math.sqrt(square);
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) norm;
    }
    return vector;
  }
}

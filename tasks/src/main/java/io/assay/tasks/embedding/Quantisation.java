package io.assay.tasks.embedding;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How vectors are stored in fewer bits, as Sentence Transformers' `quantize_embeddings` does it.
/// Bits are compared as numbers 0 and 1, as its evaluators compare them after unpacking.
enum Quantisation {
  /// As they are.
  FLOAT32 {
    @Override
    List<float[]> apply(List<float[]> vectors) {
      return vectors;
    }
  },
  /// 255 equal steps between the least and the greatest number of each dimension, from -128.
  INT8 {
    @Override
    List<float[]> apply(List<float[]> vectors) {
      return steps(vectors, 128);
    }
  },
  /// The same steps from 0.
  UINT8 {
    @Override
    List<float[]> apply(List<float[]> vectors) {
      return steps(vectors, 0);
    }
  },
  /// Whether each number is above 0.
  BINARY {
    @Override
    List<float[]> apply(List<float[]> vectors) {
      return bits(vectors);
    }
  },
  /// The same bits, packed in another way.
  UBINARY {
    @Override
    List<float[]> apply(List<float[]> vectors) {
      return bits(vectors);
    }
  };

  static final List<String> NAMES =
      Stream.of(values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  private static final int STEPS = 255;

  static Quantisation of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /// @param vectors of equal dimensions
  abstract List<float[]> apply(List<float[]> vectors);

  private static List<float[]> bits(List<float[]> vectors) {
    return vectors.stream()
        .map(vector -> {
          var bits = new float[vector.length];
          IntStream.range(0, bits.length).forEach(i -> bits[i] = vector[i] > 0 ? 1 : 0);
          return bits;
        })
        .toList();
  }

  private static List<float[]> steps(List<float[]> vectors, int offset) {
    if (vectors.isEmpty()) {
      return vectors;
    }
    float[] least = vectors.getFirst().clone();
    float[] greatest = least.clone();
    for (float[] vector : vectors) {
      for (int i = 0; i < vector.length; i++) {
        least[i] = Math.min(least[i], vector[i]);
        greatest[i] = Math.max(greatest[i], vector[i]);
      }
    }
    return vectors.stream().map(vector -> steps(vector, least, greatest, offset)).toList();
  }

  /// Rounds towards 0 after the offset was taken off, as NumPy's conversion to whole numbers.
  private static float[] steps(float[] vector, float[] least, float[] greatest, int offset) {
    var steps = new float[vector.length];
    for (int i = 0; i < steps.length; i++) {
      float step = (greatest[i] - least[i]) / STEPS;
      steps[i] = step > 0 ? (int) ((vector[i] - least[i]) / step - offset) : -offset;
    }
    return steps;
  }
}

package io.assay.tasks.embedding;

import io.assay.contracts.event.Embedding;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Optional;

/// The form in which a metric compares vectors: how many of their dimensions count (Kusupati et al.
/// 2022, "Matryoshka representation learning", https://arxiv.org/abs/2205.13147), and in which
/// precision, as Sentence Transformers' `quantize_embeddings` defines it.
///
/// @param dimensions how many dimensions count, from the first; 0 for all
/// @param quantisation the precision
record VectorForm(int dimensions, Quantisation quantisation) {

  static final MetricFactory.Param DIMENSIONS =
      new MetricFactory.Param(
          "dimensions",
          "integer",
          "0",
          "how many dimensions count, from the first, scaled to length 1 again (Matryoshka); 0 for"
              + " all as they are");
  static final MetricFactory.Param QUANTISATION =
      new MetricFactory.Param(
          "quantisation",
          "text",
          "float32",
          "float32, or int8, uint8, binary, ubinary as Sentence Transformers quantise; ranges are"
              + " those of all vectors");

  /// Reads the parameters.
  static VectorForm of(Params params) {
    return new VectorForm(
        params.integer(DIMENSIONS.name(), 0),
        Quantisation.of(params.choice(QUANTISATION.name(), Quantisation.NAMES)));
  }

  /// Why a vector cannot be compared in this form, in words; empty if it can.
  Optional<String> problemWith(Embedding vector) {
    return vector.dimensions() < dimensions
        ? Optional.of(
            "has " + vector.dimensions() + " dimensions, fewer than the " + dimensions + " asked")
        : Vectors.problemWith(shortened(vector));
  }

  /// The dimensions that count, at length 1 if they are not all or will be quantised.
  Embedding shortened(Embedding vector) {
    boolean whole = dimensions == 0 || dimensions == vector.dimensions();
    if (whole && quantisation == Quantisation.FLOAT32) {
      return vector;
    }
    int count = dimensions == 0 ? vector.dimensions() : dimensions;
    float[] values = java.util.Arrays.copyOf(vector.toArray(), count);
    double length = Vectors.length(values);
    for (int i = 0; i < count && length > 0; i++) {
      values[i] = (float) (values[i] / length);
    }
    return Embedding.of(values);
  }

  /// Vectors that were [#shortened] as numbers of the form's precision.
  ///
  /// @param vectors of equal dimensions, all that the metric has
  List<float[]> quantised(List<float[]> vectors) {
    return quantisation.apply(vectors);
  }
}

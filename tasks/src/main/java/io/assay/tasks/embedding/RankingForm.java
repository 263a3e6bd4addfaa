package io.assay.tasks.embedding;

import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import java.util.List;

/// By what passages are ranked.
///
/// @param vectors the form of their vectors
/// @param cosine whether by cosine; else by dot product
/// @param single whether scores that are equal in single precision are equal
record RankingForm(VectorForm vectors, boolean cosine, boolean single) {

  static final MetricFactory.Param SIMILARITY =
      new MetricFactory.Param("similarity", "text", "cosine", "cosine, or dot for the dot product");
  static final MetricFactory.Param SCORES =
      new MetricFactory.Param(
          "scores",
          "text",
          "double",
          "double, or single for trec_eval 9's rule that scores equal in single precision are tied");
  static final List<MetricFactory.Param> PARAMS =
      List.of(SIMILARITY, SCORES, VectorForm.DIMENSIONS, VectorForm.QUANTISATION);

  static RankingForm of(Params params, VectorForm vectors) {
    return new RankingForm(
        vectors,
        params.choice(SIMILARITY.name(), List.of("cosine", "dot")).equals("cosine"),
        params.choice(SCORES.name(), List.of("double", "single")).equals("single"));
  }

  double score(float[] a, float[] b) {
    double[] wideA = Vectors.widened(a);
    double[] wideB = Vectors.widened(b);
    double score = cosine ? TorchForms.cosine(wideA, wideB) : TorchForms.dot(wideA, wideB);
    return single ? Math.clamp((float) score, -Float.MAX_VALUE, Float.MAX_VALUE) : score;
  }
}

package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/// Similarities of two vectors as scikit-learn, PyTorch and MTEB give them.
@AutoService(ReferenceFunction.class)
public final class SimilarityVectors implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of("pair_similarity");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    double[] a = VectorJson.numbers(line.input("a"));
    double[] b = VectorJson.numbers(line.input("b"));
    float[] narrowA = FloatForms.narrowed(a);
    float[] narrowB = FloatForms.narrowed(b);
    Map<String, DoubleSupplier> parts = new LinkedHashMap<>();
    parts.put("cosine_sklearn_f64", () -> paired(Similarity.COSINE, a, b));
    parts.put("euclidean_sklearn_f64", () -> 0.0 - paired(Similarity.EUCLIDEAN, a, b));
    parts.put("manhattan_sklearn_f64", () -> 0.0 - paired(Similarity.MANHATTAN, a, b));
    parts.put("cosine_torch_f64", () -> TorchForms.cosine(a, b));
    parts.put("cosine_mteb_f32", () -> FloatForms.cosine(narrowA, narrowB));
    parts.put("dot_mteb_f32", () -> FloatForms.dot(narrowA, narrowB));
    parts.put("dot_f64", () -> TorchForms.dot(a, b));
    parts.put("euclidean_sim_torch_f64", () -> TorchForms.euclidean(a, b));
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    parts.forEach((name, part) ->
        actual.set(name, VectorJson.orRefusal(() -> VectorJson.json(part.getAsDouble()))));
    return actual;
  }

  /// As scikit-learn, which refuses numbers that are not finite.
  static double paired(Similarity similarity, double[] a, double[] b) {
    if (!Arrays.stream(a).allMatch(Double::isFinite)
        || !Arrays.stream(b).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a vector holds a number that is not finite");
    }
    return similarity.of(a, b);
  }
}

package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.statistics.PearsonTest;
import io.assay.tasks.statistics.SpearmanTest;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/// Scores of sentence-similarity tasks as MTEB gives them, in double and in single precision.
@AutoService(ReferenceFunction.class)
public final class SentencePairVectors implements ReferenceFunction {

  private static final List<String> SIMILARITIES = List.of("cosine", "dot", "euclidean");

  @Override
  public List<String> names() {
    return List.of("sts");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    double lowest = line.params().number("min_score", 0);
    double highest = line.params().number("max_score", 5);
    String own = line.params().choice("model_similarity", "cosine", SIMILARITIES);
    double[] gold = VectorJson.numbers(line.input("gold"));
    var pairs =
        new Pairs(
            VectorJson.matrix(line.input("embeddings1")),
            VectorJson.matrix(line.input("embeddings2")),
            IntStream.range(0, gold.length)
                .mapToDouble(i -> (gold[i] - lowest) / (highest - lowest))
                .toArray());
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    actual.set("f64", VectorJson.orRefusal(() -> inDoubles(pairs, own)));
    actual.set("mteb_f32", VectorJson.orRefusal(() -> inFloats(pairs, own)));
    return actual;
  }

  private static JsonNode inDoubles(Pairs pairs, String own) {
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    pairs.put(
        actual,
        "",
        switch (own) {
          case "dot" -> TorchForms::dot;
          case "euclidean" -> TorchForms::euclidean;
          default -> TorchForms::cosine;
        });
    pairs.put(actual, "cosine_", (a, b) -> SimilarityVectors.paired(Similarity.COSINE, a, b));
    pairs.put(actual, "manhattan_", Similarity.MANHATTAN::of);
    pairs.put(actual, "euclidean_", Similarity.EUCLIDEAN::of);
    return actual;
  }

  private static JsonNode inFloats(Pairs pairs, String own) {
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    pairs.put(
        actual,
        "",
        switch (own) {
          case "dot" -> narrowed(FloatForms::dot);
          case "euclidean" -> narrowed((a, b) -> -FloatForms.euclidean(a, b));
          default -> narrowed(FloatForms::cosine);
        });
    pairs.put(actual, "cosine_", narrowed(FloatForms::pairedCosine));
    pairs.put(actual, "manhattan_", narrowed((a, b) -> -FloatForms.manhattan(a, b)));
    pairs.put(actual, "euclidean_", narrowed((a, b) -> -FloatForms.euclidean(a, b)));
    return actual;
  }

  private static ToDoubleBiFunction<double[], double[]> narrowed(
      ToDoubleBiFunction<float[], float[]> similarity) {
    return (a, b) -> similarity.applyAsDouble(FloatForms.narrowed(a), FloatForms.narrowed(b));
  }

  /// Pairs of vectors with their scaled gold scores.
  private static final class Pairs {

    private final double[][] first;
    private final double[][] second;
    private final double[] gold;

    Pairs(double[][] first, double[][] second, double[] gold) {
      this.first = first;
      this.second = second;
      this.gold = gold;
    }

    /// Puts Pearson's and Spearman's correlation of a similarity.
    void put(ObjectNode to, String prefix, ToDoubleBiFunction<double[], double[]> similarity) {
      if (first.length != second.length) {
        throw new IllegalArgumentException(
            first.length + " vectors cannot be paired with " + second.length);
      }
      var scores = new double[first.length];
      for (int i = 0; i < scores.length; i++) {
        SimilarityVectors.paired(Similarity.DOT, first[i], second[i]);
        scores[i] = similarity.applyAsDouble(first[i], second[i]);
      }
      double r = PearsonTest.of(scores, gold).map(PearsonTest::r).orElse(Double.NaN);
      double rho = SpearmanTest.of(scores, gold).map(SpearmanTest::rho).orElse(Double.NaN);
      to.set(prefix + "pearson", VectorJson.json(r));
      to.set(prefix + "spearman", VectorJson.json(rho));
    }
  }
}

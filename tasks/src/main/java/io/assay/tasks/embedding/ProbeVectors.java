package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.statistics.LogisticRegression;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.Arrays;
import java.util.List;

/// Classifiers on top of vectors, as scikit-learn has them, and the draws of few-shot experiments
/// as MTEB makes them.
@AutoService(ReferenceFunction.class)
public final class ProbeVectors implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public List<String> names() {
    return List.of("knn_probe", "logreg_probe", "fewshot_sampling");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    return switch (line.metric()) {
      case "knn_probe" -> neighbours(Split.of(line));
      case "logreg_probe" -> regression(Split.of(line));
      default -> fewShot(line);
    };
  }

  /// What is learnt from and what is asked.
  private static final class Split {

    final double[][] train;
    final Labels trainLabels;
    final double[][] test;
    final Labels testLabels;

    private Split(double[][] train, Labels trainLabels, double[][] test, Labels testLabels) {
      this.train = train;
      this.trainLabels = trainLabels;
      this.test = test;
      this.testLabels = testLabels;
    }

    static Split of(VectorLine line) {
      return new Split(
          VectorJson.matrix(line.input("x_train")),
          Labels.of(line.input("y_train")).asClasses(),
          VectorJson.matrix(line.input("x_test")),
          Labels.of(line.input("y_test")).asClasses());
    }

    void requireFinite() {
      boolean finite =
          Arrays.stream(train).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)
              && Arrays.stream(test).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
      if (!finite) {
        throw new IllegalArgumentException("a vector holds a number that is not finite");
      }
    }

    List<Labels.Label> named(int[] classes) {
      List<Labels.Label> distinct = trainLabels.distinct();
      return Arrays.stream(classes).mapToObj(distinct::get).toList();
    }

    void putScores(ObjectNode to, int[] predicted) {
      var confusion = Confusion.of(testLabels.all(), named(predicted));
      to.put("accuracy", confusion.accuracy()).put("f1_macro", confusion.macro(confusion::f1));
    }
  }

  private static JsonNode neighbours(Split split) {
    ObjectNode actual = JSON.objectNode();
    for (Similarity similarity : List.of(Similarity.EUCLIDEAN, Similarity.COSINE)) {
      for (int count : new int[] {1, 5}) {
        actual.set(
            similarity.name().toLowerCase(java.util.Locale.ROOT) + "_k" + count,
            VectorJson.orRefusal(() -> neighbours(split, similarity, count)));
      }
    }
    return actual;
  }

  private static JsonNode neighbours(Split split, Similarity similarity, int count) {
    split.requireFinite();
    var trained = new NearestNeighbours(split.train, split.trainLabels.places(), similarity);
    int[] predicted =
        Arrays.stream(split.test).mapToInt(query -> trained.classOf(query, count)).toArray();
    ObjectNode actual = JSON.objectNode();
    actual.set("pred", labels(split.named(predicted)));
    ArrayNode neighbours = actual.putArray("neighbours");
    for (double[] query : split.test) {
      ArrayNode places = neighbours.addArray();
      Arrays.stream(trained.nearest(query, count)).forEach(places::add);
    }
    split.putScores(actual, predicted);
    return actual;
  }

  private static ArrayNode labels(List<Labels.Label> labels) {
    return VectorJson.json(labels, Labels.Label::json);
  }

  private static JsonNode regression(Split split) {
    ObjectNode actual = JSON.objectNode();
    actual.set(
        "sklearn_default",
        VectorJson.orRefusal(() -> learnt(split, LogisticRegression.Settings.DEFAULT, false)));
    actual.set(
        "optimum",
        VectorJson.orRefusal(() -> learnt(split, LogisticRegression.Settings.converged(1), true)));
    return actual;
  }

  private static JsonNode learnt(
      Split split, LogisticRegression.Settings settings, boolean withCoefficients) {
    split.requireFinite();
    var model =
        LogisticRegression.ofClasses(
            split.train, split.trainLabels.places(), split.trainLabels.distinct().size(), settings);
    int[] predicted = Arrays.stream(split.test).mapToInt(model::classOf).toArray();
    ObjectNode actual = JSON.objectNode();
    if (withCoefficients) {
      actual.set("classes", labels(split.trainLabels.distinct()));
      ArrayNode coefficients = actual.putArray("coef");
      ArrayNode intercepts = actual.putArray("intercept");
      for (double[] each : model.coefficients()) {
        coefficients.add(VectorJson.json(Arrays.copyOf(each, each.length - 1)));
        intercepts.add(each[each.length - 1]);
      }
    }
    ArrayNode chances = actual.putArray("proba");
    Arrays.stream(split.test).forEach(row -> chances.add(VectorJson.json(model.chances(row))));
    actual.set("pred", labels(split.named(predicted)));
    actual.putArray("n_iter").add(model.iterations());
    split.putScores(actual, predicted);
    return actual;
  }

  private static JsonNode fewShot(VectorLine line) {
    List<String> labels = VectorJson.list(line.input("labels"), JsonNode::asText);
    var sampler = new FewShotSampler(labels, (int) line.input("seed").asLong());
    int each = line.input("samples_per_label").asInt();
    ObjectNode actual = JSON.objectNode();
    ArrayNode selected = actual.putArray("selected");
    for (int i = 0; i < line.input("n_experiments").asInt(); i++) {
      ArrayNode experiment = selected.addArray();
      Arrays.stream(sampler.next(each)).forEach(experiment::add);
    }
    return actual;
  }
}

package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.Golden;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.SetMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Samples with vectors in the shapes of embedding tasks.
final class EmbeddingCases {

  private EmbeddingCases() {}

  static MetricContract.Case pair(Random random, int number) {
    return answered(
        number, MetricContract.JSON.numberNode(random.nextInt(2)), Map.of(), random, 2);
  }

  static MetricContract.Case graded(Random random, int number) {
    ArrayNode grades = MetricContract.JSON.arrayNode();
    for (int i = 0; i < 4; i++) {
      grades.add(random.nextInt(3));
    }
    return answered(number, grades, Map.of(), random, 5);
  }

  static MetricContract.Case summaries(Random random, int number) {
    ArrayNode scores = MetricContract.JSON.arrayNode().add(1).add(4).add(2 + random.nextInt(3));
    return answered(number, scores, Map.of(), random, 5);
  }

  static MetricContract.Case labelled(Random random, int number) {
    return answered(
        number,
        MetricContract.JSON.textNode(random.nextBoolean() ? "a" : "b"),
        Map.of("split", MetricContract.JSON.textNode(number % 2 == 0 ? "train" : "test")),
        random,
        1);
  }

  static MetricContract.Case labelSet(Random random, int number) {
    ArrayNode labels = MetricContract.JSON.arrayNode();
    for (String label : List.of("a", "b", "c")) {
      if (random.nextBoolean()) {
        labels.add(label);
      }
    }
    return answered(
        number,
        labels,
        Map.of("split", MetricContract.JSON.textNode(number % 2 == 0 ? "train" : "test")),
        random,
        1);
  }

  static MetricContract.Case queryOrPassage(Random random, int number) {
    boolean query = number % 3 == 0;
    ObjectNode grades =
        MetricContract.JSON.objectNode().put("s1", 2).put("s" + random.nextInt(30), 1);
    return answered(
        number,
        query ? grades : null,
        Map.of(
            "kind",
            MetricContract.JSON.textNode(query ? "query" : "passage"),
            "instruction",
            MetricContract.JSON.textNode(number % 2 == 0 ? "original" : "changed")),
        random,
        1);
  }

  private static MetricContract.Case answered(
      int number,
      @Nullable JsonNode target,
      Map<String, JsonNode> metadata,
      Random random,
      int vectors) {
    var embeddings = new ArrayList<Embedding>();
    for (int i = 0; i < vectors; i++) {
      embeddings.add(
          Embedding.of((float) random.nextGaussian(), random.nextInt(3) - 1f, 1, i % 2));
    }
    return new MetricContract.Case(
        new Sample("s" + number, MetricContract.JSON.textNode("text"), target, null, metadata),
        new Answer.Vectors(embeddings));
  }

  /// Numbers as a vector in single precision.
  static Embedding vector(JsonNode numbers) {
    double[] doubles = Golden.numbers(numbers);
    var floats = new float[doubles.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) doubles[i];
    }
    return Embedding.of(floats);
  }

  /// A row as the metric's own judgement makes it.
  static SetMetric.Row row(
      SetMetric metric,
      String id,
      @Nullable JsonNode target,
      Map<String, JsonNode> metadata,
      List<Embedding> vectors) {
    var sample = new Sample(id, MetricContract.JSON.textNode("text"), target, null, metadata);
    return switch (metric.judge(sample, new Answer.Vectors(vectors))) {
      case Judgement.Judged(Contribution contribution) ->
          new SetMetric.Row(id, 1, id, contribution);
      case Judgement.Unjudgeable(String reason) -> throw new AssertionError(reason);
      case Judgement.NotApplicable() -> throw new AssertionError("not applicable: " + id);
    };
  }

  /// An id that sorts by its number.
  static String id(int number) {
    return String.format(java.util.Locale.ROOT, "s%06d", number);
  }

  static SetMetric metric(String name) {
    return (SetMetric) Metrics.create(MetricSpec.of(name));
  }
}

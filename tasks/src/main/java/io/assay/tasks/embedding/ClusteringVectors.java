package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.statistics.PairwiseSum;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Scores of clusterings as scikit-learn and MTEB give them, and clusterings of our own.
@AutoService(ReferenceFunction.class)
public final class ClusteringVectors implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int STARTS = 50;
  private static final int BATCH = 512;
  private static final int SEEDS = 20;

  @Override
  public List<String> names() {
    return List.of("clustering_metrics", "clustering_kmeans");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    return line.metric().equals("clustering_metrics") ? metrics(line) : kMeans(line);
  }

  private static JsonNode metrics(VectorLine line) {
    int[] labels = Labels.of(line.input("labels")).places();
    int[] assignments = Labels.of(line.input("assignments")).places();
    Supplier<Contingency> table = () -> new Contingency(labels, assignments);
    Map<String, Supplier<JsonNode>> parts = new LinkedHashMap<>();
    parts.put("mteb_legacy", () -> legacy(table.get()));
    parts.put("homogeneity", () -> JSON.numberNode(table.get().homogeneity()));
    parts.put("completeness", () -> JSON.numberNode(table.get().completeness()));
    parts.put("v_measure", () -> JSON.numberNode(table.get().vMeasure()));
    parts.put("nmi", () -> JSON.numberNode(table.get().vMeasure()));
    parts.put("ami", () -> JSON.numberNode(table.get().adjustedMutualInformation()));
    parts.put("ari", () -> JSON.numberNode(table.get().adjustedRand()));
    parts.put("rand", () -> JSON.numberNode(table.get().rand()));
    parts.put("fowlkes_mallows", () -> JSON.numberNode(table.get().fowlkesMallows()));
    parts.put("mutual_info_nats", () -> mutualInformation(table.get()));
    parts.put("contingency", () -> counts(table.get()));
    parts.put("purity", () -> required(table.get().purity()));
    ObjectNode actual = JSON.objectNode();
    parts.forEach((name, part) -> actual.set(name, VectorJson.orRefusal(part)));
    return actual;
  }

  private static JsonNode required(OptionalDouble score) {
    return JSON.numberNode(
        score.orElseThrow(() -> new IllegalArgumentException("there are no items")));
  }

  private static JsonNode mutualInformation(Contingency table) {
    if (table.counts().length == 0) {
      throw new IllegalArgumentException("there are no items");
    }
    return JSON.numberNode(table.mutualInformation());
  }

  private static JsonNode counts(Contingency table) {
    ArrayNode rows = JSON.arrayNode();
    for (long[] counts : table.counts()) {
      ArrayNode row = rows.addArray();
      Arrays.stream(counts).forEach(row::add);
    }
    return rows;
  }

  private static JsonNode legacy(Contingency table) {
    JsonNode accuracy = required(table.accuracy());
    return JSON.objectNode()
        .put("v_measure", table.vMeasure())
        .put("nmi", table.vMeasure())
        .put("ari", table.adjustedRand())
        .set("cluster_accuracy", accuracy);
  }

  private static JsonNode kMeans(VectorLine line) {
    double[][] vectors = VectorJson.matrix(line.input("embeddings"));
    int[] labels = Labels.of(line.input("labels")).places();
    int clusters = line.input("n_clusters").asInt();
    double[] scores =
        IntStream.range(0, SEEDS)
            .mapToDouble(seed ->
                table(labels, MiniBatchKMeans.clusterOf(vectors, clusters, BATCH, seed)).vMeasure())
            .toArray();
    DoubleSummaryStatistics all = Arrays.stream(scores).summaryStatistics();
    KMeans best = KMeans.best(vectors, clusters, STARTS, 0);
    Contingency table = table(labels, best.clusterOf());
    ObjectNode actual = JSON.objectNode();
    actual.put(
        "minibatch_v_measure_seed42",
        table(labels, MiniBatchKMeans.clusterOf(vectors, clusters, BATCH, 42)).vMeasure());
    actual
        .putObject("minibatch_v_measure_20_seeds")
        .put("min", all.getMin())
        .put("mean", PairwiseSum.mean(scores))
        .put("max", all.getMax());
    actual
        .putObject("best_kmeans")
        .put("inertia", best.inertia())
        .put("v_measure", table.vMeasure())
        .put("ami", table.adjustedMutualInformation());
    return actual;
  }

  /// Clusters that are empty do not count.
  private static Contingency table(int[] labels, int[] clusterOf) {
    int[] used = Arrays.stream(clusterOf).distinct().sorted().toArray();
    return new Contingency(
        labels, Arrays.stream(clusterOf).map(each -> Arrays.binarySearch(used, each)).toArray());
  }
}

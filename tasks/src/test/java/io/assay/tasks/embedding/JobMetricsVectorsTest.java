package io.assay.tasks.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.Golden;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.vectors.VectorJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The metrics of jobs against the references' values: the other way round than
/// [EmbeddingVectorsTest], which asks in the references' own shapes.
class JobMetricsVectorsTest {

  private static Stream<JsonNode> rows(String name) {
    return Golden.rows("embeddings/" + name + ".jsonl")
        .filter(row -> !Golden.isError(row.path("expected")));
  }

  private static boolean tagged(JsonNode row, String... tags) {
    return Stream.of(tags).anyMatch(tag -> row.path("tags").toString().contains(tag));
  }

  private static void assertClose(JsonNode row, String name, double actual, JsonNode expected) {
    assertThat(actual)
        .as(row.path("id").asText() + " " + name)
        .isCloseTo(Golden.number(expected), within(1e-9));
  }

  @Test
  void pairsAgreeWithMteb() {
    rows("pair_classification")
        .filter(row -> row.at("/params/high_score_more_similar").asBoolean())
        .forEach(row -> {
          for (String score : List.of("ap", "accuracy", "f1")) {
            SetMetric metric = EmbeddingCases.metric("pair_" + score);
            var rows = new ArrayList<SetMetric.Row>();
            double[] scores = Golden.numbers(row.at("/input/scores"));
            double[] labels = Golden.numbers(row.at("/input/labels"));
            for (int i = 0; i < scores.length; i++) {
              String id = EmbeddingCases.id(i);
              rows.add(
                  new SetMetric.Row(
                      id,
                      1,
                      id,
                      new Contribution(
                          metric.spec(), null, List.of(labels[i], scores[i]), null, Map.of(), null)));
            }
            assertClose(
                row,
                score,
                metric.prepare(rows).value().orElse(Double.NaN),
                row.at("/expected/" + score));
          }
        });
  }

  /// Except where vectors are equal, which the reference orders by chance, or have no direction.
  @Test
  void bitextAgreesWithMteb() {
    rows("bitext_mining")
        .filter(row -> !tagged(row, "ties", "nan", "zero-vector"))
        .forEach(row -> {
          for (String score : List.of("f1", "accuracy", "precision", "recall")) {
            SetMetric metric = EmbeddingCases.metric("bitext_" + score);
            JsonNode sources = row.at("/input/source");
            JsonNode targets = row.at("/input/target");
            JsonNode gold = row.at("/input/gold");
            if (sources.size() != targets.size() || gold.size() != sources.size()) {
              return;
            }
            var rows = new ArrayList<SetMetric.Row>();
            for (JsonNode pair : gold) {
              rows.add(
                  EmbeddingCases.row(
                      metric,
                      EmbeddingCases.id(pair.get(1).asInt()),
                      null,
                      Map.of(),
                      List.of(
                          EmbeddingCases.vector(sources.get(pair.get(0).asInt())),
                          EmbeddingCases.vector(targets.get(pair.get(1).asInt())))));
            }
            assertClose(
                row,
                score,
                metric.prepare(rows).value().orElse(Double.NaN),
                row.at("/expected/" + score));
          }
        });
  }

  @Test
  void probesAgreeWithScikitLearn() {
    rows("logreg_probe")
        .filter(JobMetricsVectorsTest::everyVectorHasADirection)
        .forEach(row -> {
          checkProbe(row, "logreg_accuracy", "{}", "sklearn_default/accuracy");
          checkProbe(row, "logreg_f1", "{}", "sklearn_default/f1_macro");
        });
    rows("knn_probe")
        .filter(row -> !tagged(row, "ties"))
        .filter(JobMetricsVectorsTest::everyVectorHasADirection)
        .forEach(row -> {
          for (String similarity : List.of("euclidean", "cosine")) {
            for (int k : new int[] {1, 5}) {
              String params = "{\"similarity\": \"" + similarity + "\", \"k\": " + k + "}";
              checkProbe(row, "knn_accuracy", params, similarity + "_k" + k + "/accuracy");
              checkProbe(row, "knn_f1", params, similarity + "_k" + k + "/f1_macro");
            }
          }
        });
  }

  private static boolean everyVectorHasADirection(JsonNode row) {
    return Stream.of("x_train", "x_test")
        .flatMap(name -> Stream.of(VectorJson.matrix(row.path("input").path(name))))
        .allMatch(vector -> DoubleStream.of(vector).anyMatch(each -> each != 0));
  }

  private static void checkProbe(JsonNode row, String name, String params, String place) {
    JsonNode expected = row.at("/expected/" + place);
    if (expected.isMissingNode()) {
      return;
    }
    MetricSpec all = Judging.spec(name, params.replace("}", (params.length() > 2 ? "," : "") + "\"samples_per_label\": 0}"));
    var metric = (SetMetric) Metrics.create(all);
    var rows = new ArrayList<SetMetric.Row>();
    for (String split : List.of("train", "test")) {
      JsonNode labels = row.at("/input/y_" + split);
      for (int i = 0; i < labels.size(); i++) {
        rows.add(
            EmbeddingCases.row(
                metric,
                split + EmbeddingCases.id(i),
                labels.get(i),
                Map.of("split", MetricContract.JSON.textNode(split)),
                List.of(EmbeddingCases.vector(row.at("/input/x_" + split).get(i)))));
      }
    }
    assertClose(row, name, metric.prepare(rows).value().orElse(Double.NaN), expected);
  }

  @Test
  void summariesAgreeWithMteb() {
    rows("summarization")
        .filter(row -> !tagged(row, "zero", "nan"))
        .forEach(row -> {
          checkSummaries(row, "summary_spearman", "cosine");
          checkSummaries(row, "summary_spearman", "dot");
          checkSummaries(row, "summary_pearson", "cosine");
          checkSummaries(row, "summary_pearson", "dot");
        });
  }

  private static void checkSummaries(JsonNode row, String name, String similarity) {
    var metric =
        (AdditiveMetric)
            Metrics.create(Judging.spec(name, "{\"similarity\": \"" + similarity + "\"}"));
    var sums = new double[3];
    for (JsonNode text : row.path("input")) {
      var vectors = new ArrayList<Embedding>();
      text.path("machine").forEach(each -> vectors.add(EmbeddingCases.vector(each)));
      text.path("human").forEach(each -> vectors.add(EmbeddingCases.vector(each)));
      var sample =
          new Sample("s", MetricContract.JSON.textNode("t"), text.path("gold"), null, Map.of());
      if (metric.judge(sample, new Answer.Vectors(vectors))
          instanceof Judgement.Judged(Contribution contribution)) {
        for (int i = 0; i < sums.length; i++) {
          sums[i] += contribution.statistics().get(i);
        }
      }
    }
    assertClose(
        row,
        name,
        metric.value(sums).orElse(Double.NaN),
        row.at("/expected/" + similarity + name.replace("summary", "")));
  }

  /// One query at a time, over passages whose vectors are their scores before and after.
  @Test
  void shiftsOfRanksAgreeWithMteb() {
    rows("p_mrr")
        .filter(row -> Double.isFinite(Golden.number(row.at("/expected/p_mrr"))))
        .filter(JobMetricsVectorsTest::hasBothRuns)
        .forEach(row -> {
          double[] shifts =
              row.at("/input/changed_docs").properties().stream()
                  .filter(query -> row.at("/input/original").has(query.getKey() + "-og"))
                  .map(query -> shift(row.path("input"), query.getKey(), query.getValue()))
                  .flatMapToDouble(OptionalDouble::stream)
                  .toArray();
          assertClose(
              row,
              "p_mrr",
              DoubleStream.of(shifts).average().orElse(Double.NaN),
              row.at("/expected/p_mrr"));
        });
  }

  private static boolean hasBothRuns(JsonNode row) {
    return row.at("/input/changed_docs").properties().stream()
        .map(Map.Entry::getKey)
        .allMatch(query ->
            fieldNames(row.at("/input/original").path(query + "-og"))
                .equals(fieldNames(row.at("/input/changed").path(query + "-changed"))));
  }

  private static Set<String> fieldNames(JsonNode node) {
    return node.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  private static OptionalDouble shift(JsonNode input, String query, JsonNode changed) {
    var metric = (SetMetric) Metrics.create(Judging.spec("p_mrr", "{\"similarity\": \"dot\"}"));
    JsonNode before = input.path("original").path(query + "-og");
    JsonNode after = input.path("changed").path(query + "-changed");
    var rows = new ArrayList<SetMetric.Row>();
    Map<String, Double> grades = new HashMap<>();
    changed.forEach(id -> grades.put(id.asText(), 1.0));
    rows.add(query("before", List.of(RankingMetric.QUERY, 0.0), grades, 1, 0));
    rows.add(query("after", List.of(RankingMetric.QUERY, 1.0), Map.of(), 0, 1));
    before
        .properties()
        .forEach(each ->
            rows.add(
                new SetMetric.Row(
                    each.getKey(),
                    1,
                    each.getKey(),
                    new Contribution(
                        metric.spec(),
                        null,
                        List.of(RankingMetric.PASSAGE),
                        Embedding.of(
                            (float) Golden.number(each.getValue()),
                            (float) Golden.number(after.path(each.getKey()))),
                        Map.of(each.getKey(), 1.0),
                        null))));
    return metric.prepare(rows).value();
  }

  private static SetMetric.Row query(
      String id, List<Double> statistics, Map<String, Double> grades, float... vector) {
    return new SetMetric.Row(
        id,
        1,
        "the query",
        new Contribution(
            MetricSpec.of("p_mrr"), null, statistics, Embedding.of(vector), grades, null));
  }
}

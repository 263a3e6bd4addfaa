package io.assay.tasks.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.tasks.Golden;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.text.CodePointOrder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RetrievalMetricTest {

  @Nested
  class NdcgContract implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("ndcg@10");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return queryOrPassage(random, number);
    }
  }

  @Nested
  class RecallContract implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("recall", "{\"k\": 3, \"similarity\": \"dot\"}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return queryOrPassage(random, number);
    }
  }

  private static MetricContract.Case queryOrPassage(Random random, int number) {
    var json = MetricContract.JSON;
    boolean query = number % 3 == 0;
    return new MetricContract.Case(
        new Sample(
            "s" + number,
            json.textNode("text"),
            query ? json.objectNode().put("s1", 2).put("s" + random.nextInt(30), 1) : null,
            null,
            Map.of("kind", json.textNode(query ? "query" : "passage"))),
        new Answer.Vectors(
            List.of(Embedding.of((float) random.nextGaussian(), random.nextInt(3) - 1f, 1))));
  }

  @Test
  void itAgreesWithTrecEval() {
    Golden.rows("retrieval.jsonl").forEach(RetrievalMetricTest::check);
  }

  /// One query at a time, whose vector is [1], over passages whose vectors are their scores.
  private static void check(JsonNode row) {
    for (Map.Entry<String, JsonNode> query : row.path("expected").properties()) {
      List<SetMetric.Row> rows = new ArrayList<>();
      rows.add(
          row("q", RetrievalMetric.QUERY, grades(row.at("/input/qrels").path(query.getKey())), 1));
      for (Map.Entry<String, JsonNode> hit :
          row.at("/input/run").path(query.getKey()).properties()) {
        rows.add(
            row(
                hit.getKey(),
                RetrievalMetric.PASSAGE,
                Map.of(hit.getKey(), 1.0),
                (float) Golden.number(hit.getValue())));
      }
      for (int k : new int[] {1, 3, 5, 10, 20, 100, 1000}) {
        check(row, query, rows, "ndcg@" + k, "ndcg_cut_" + k);
        check(row, query, rows, "recall@" + k, "recall_" + k);
        check(row, query, rows, "map@" + k, "map_cut_" + k);
        check(row, query, rows, "precision@" + k, "P_" + k);
        check(row, query, rows, "hit_rate@" + k, "success_" + k);
      }
    }
  }

  private static void check(
      JsonNode row,
      Map.Entry<String, JsonNode> query,
      List<SetMetric.Row> rows,
      String metric,
      String expected) {
    if (query.getValue().has(expected)) {
      var made = (SetMetric) Metrics.create(Judging.spec(metric, "{\"similarity\": \"dot\"}"));
      assertThat(made.prepare(rows).value().orElse(-1))
          .as(row.path("id").asText() + " " + query.getKey() + " " + metric)
          .isCloseTo(query.getValue().path(expected).asDouble(), within(1e-9));
    }
  }

  private static Map<String, Double> grades(JsonNode qrels) {
    var grades = new HashMap<String, Double>();
    qrels.properties().forEach(each -> grades.put(each.getKey(), each.getValue().asDouble()));
    return grades;
  }

  private static SetMetric.Row row(
      String id, double kind, Map<String, Double> labels, float... vector) {
    String sampleId = (kind == RetrievalMetric.QUERY ? "query-" : "passage-") + id;
    return new SetMetric.Row(
        sampleId,
        1,
        sampleId,
        new Contribution(
            MetricSpec.of("ndcg@10"), null, List.of(kind), Embedding.of(vector), labels, null));
  }

  @Test
  void itGivesTheReferencesValuesOnScifact() throws IOException {
    assumeTrue(
        Golden.data("ir/scifact-subset/qrels.tsv").isPresent(),
        "SciFact's subset is not here: set assay.shared.data");
    Path folder = Golden.data("ir/scifact-subset/qrels.tsv").orElseThrow().getParent();
    List<SetMetric.Row> rows = scifact(java.util.Objects.requireNonNull(folder));
    JsonNode reference =
        ContractJson.mapper().readTree(folder.resolve("reference_scores.json").toFile());

    for (String similarity : List.of("cosine", "dot")) {
      int compared = 0;
      for (Map.Entry<String, JsonNode> each :
          reference.path(similarity).path("scores").properties()) {
        compared += agrees(rows, similarity, each.getKey(), each.getValue().asDouble()) ? 1 : 0;
      }
      assertThat(compared).isGreaterThan(100);
    }
  }

  private static final Pattern SCORE =
      Pattern.compile("(nauc_)?(ndcg|map|recall|precision|mrr|hit_rate)_at_([0-9]+)_?(.*)");

  /// Compares a score of MTEB, such as `nauc_ndcg_at_10_max`.
  private static boolean agrees(
      List<SetMetric.Row> rows, String similarity, String name, double expected) {
    Matcher parts = SCORE.matcher(name);
    if (!parts.matches()) {
      return false;
    }
    String params = "\"similarity\": \"" + similarity + "\", \"k\": " + parts.group(3);
    MetricSpec spec =
        parts.group(1) == null
            ? Judging.spec(parts.group(2), "{" + params + "}")
            : Judging.spec(
                "nauc",
                "{"
                    + params
                    + ", \"of\": \""
                    + parts.group(2)
                    + "\", \"confidence\": \""
                    + parts.group(4)
                    + "\"}");
    assertThat(((SetMetric) Metrics.create(spec)).prepare(rows).value().orElse(Double.NaN))
        .as(similarity + " " + name)
        .isCloseTo(expected, within(5.1e-6));
    return true;
  }

  private static List<SetMetric.Row> scifact(Path folder) throws IOException {
    Map<String, Map<String, Double>> qrels = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("qrels.tsv"))) {
      String[] fields = line.split("\t", -1);
      if (!fields[0].equals("query-id")) {
        qrels
            .computeIfAbsent(fields[0], _ -> new HashMap<>())
            .put(fields[1], Double.valueOf(fields[2]));
      }
    }
    var rows = new ArrayList<SetMetric.Row>();
    readVectors(folder, "queries")
        .forEach((id, v) ->
            rows.add(row(id, RetrievalMetric.QUERY, qrels.getOrDefault(id, Map.of()), v)));
    readVectors(folder, "corpus")
        .forEach((id, v) -> rows.add(row(id, RetrievalMetric.PASSAGE, Map.of(id, 1.0), v)));
    return rows;
  }

  private static Map<String, float[]> readVectors(Path folder, String name) throws IOException {
    var floats =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name + ".lsa128.f32")))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    Map<String, float[]> vectors = new HashMap<>();
    Golden.rows(folder.resolve(name + ".jsonl"))
        .forEach(row -> {
          var vector = new float[128];
          floats.get(vector);
          vectors.put(row.path("_id").asText(), vector);
        });
    return vectors;
  }

  @RepeatedTest(10)
  void theFastSearchFindsWhatDoublePrecisionFinds(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int dimensions = 1 + random.nextInt(40);
    int count = 1 + random.nextInt(700);
    List<String> ids = IntStream.range(0, count).mapToObj(i -> "p" + i).toList();
    List<float[]> vectors = ids.stream().map(_ -> vector(random, dimensions)).toList();
    float[] query = vector(random, dimensions);
    double[] scores = vectors.stream().mapToDouble(each -> dot(query, each)).toArray();
    List<String> expected =
        IntStream.range(0, count)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> -scores[i])
                    .thenComparing(Comparator.naturalOrder()))
            .limit(20)
            .map(ids::get)
            .toList();

    assertThat(
            new VectorIndex(ids, vectors, false).search(List.of(query), 20, false).getFirst().ids())
        .isEqualTo(expected);
  }

  @RepeatedTest(5)
  void queriesThatAreSearchedTogetherFindWhatEachFindsAlone(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int dimensions = 1 + random.nextInt(40);
    List<String> ids = IntStream.range(0, 1100).mapToObj(i -> "p" + i).toList();
    List<float[]> vectors = ids.stream().map(_ -> vector(random, dimensions)).toList();
    List<float[]> queries =
        IntStream.range(0, 35).mapToObj(_ -> vector(random, dimensions)).toList();
    var index = new VectorIndex(ids, vectors, random.nextBoolean());

    assertThat(index.search(queries, 30, false))
        .isEqualTo(
            queries.stream()
                .map(query -> index.search(List.of(query), 30, false).getFirst())
                .toList());
    assertThat(index.search(queries, Integer.MAX_VALUE, true))
        .allSatisfy(found -> assertThat(found.ids()).containsExactlyInAnyOrderElementsOf(ids));
  }

  /// Few different numbers, so that there are ties, and some that differ by one unit.
  private static float[] vector(Random random, int dimensions) {
    var vector = new float[dimensions];
    for (int d = 0; d < dimensions; d++) {
      vector[d] = random.nextInt(3) - 1;
      vector[d] = random.nextInt(10) == 0 ? Math.nextUp(vector[d]) : vector[d];
    }
    return vector;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (double) a[d] * b[d];
    }
    return sum;
  }

  @Test
  void eachQueryHasItsOwnValue() {
    var metric = (SetMetric) Metrics.create(MetricSpec.of("ndcg@10"));
    List<SetMetric.Row> rows =
        List.of(
            row("1", RetrievalMetric.QUERY, Map.of("a", 1.0), 1, 0),
            row("2", RetrievalMetric.QUERY, Map.of("a", 1.0), 0, 1),
            row("a", RetrievalMetric.PASSAGE, Map.of("a", 1.0), 1, 0),
            row("b", RetrievalMetric.PASSAGE, Map.of("b", 1.0), 0, 1));

    assertThat(metric.prepare(rows).units())
        .extracting(SetMetric.UnitValue::sampleId, SetMetric.UnitValue::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("query-1", 1.0),
            org.assertj.core.groups.Tuple.tuple("query-2", Math.log(2) / Math.log(3)));
  }

  @Test
  void passagesOfOtherDimensionsAreNotFound() {
    var metric = (SetMetric) Metrics.create(MetricSpec.of("recall@10"));
    List<SetMetric.Row> rows =
        List.of(
            row("1", RetrievalMetric.QUERY, Map.of("a", 1.0), 1, 0),
            row("a", RetrievalMetric.PASSAGE, Map.of("a", 1.0), 1));

    assertThat(metric.prepare(rows).value()).hasValue(0);
  }

  @Test
  void theCutOffIsReadFromTheName() {
    assertThat(Metrics.create(MetricSpec.of("ndcg@5")).signature())
        .isEqualTo(
            "ndcg|k:5|similarity:cosine|scores:double|dimensions:0|quantisation:float32"
                + "|version:1");
    assertThat(Metrics.create(MetricSpec.of("ndcg")).signature()).contains("|k:10|");
    assertThatThrownBy(() -> Metrics.create(Judging.spec("ndcg@5", "{\"k\": 10}")))
        .hasMessageContaining("k of metric ndcg@5 is 10, expected 5 as in the name");
    assertThatThrownBy(() -> Metrics.create(Judging.spec("ndcg", "{\"k\": 0}")))
        .hasMessageContaining("1 or more");
  }

  @Test
  void textsOrderAsTheirUtf8Bytes() {
    assertThat(
            List.of("\uff21", "😀", "z", "é", "za", "").stream().sorted(CodePointOrder.COMPARATOR))
        .containsExactly("", "z", "za", "é", "\uff21", "😀");
  }
}

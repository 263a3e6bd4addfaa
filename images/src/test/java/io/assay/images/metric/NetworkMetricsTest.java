package io.assay.images.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Embedding;
import io.assay.tasks.Golden;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.metric.SetMetric.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkMetricsTest {

  private final Drawn drawn = new Drawn();

  private static SetMetric metric(String name, int dimension, String more) {
    String params =
        "{\"network\": \"%s\", \"size\": 8%s}".formatted(NetworkFiles.features(dimension), more);
    return (SetMetric) Metrics.create(Judging.spec(name, params));
  }

  /// A row for each made image; expected ones go round, so there must not be more of them.
  private static List<Row> rows(SetMetric metric, List<double[]> expected, List<double[]> made) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      int sample = i % Math.max(1, expected.size());
      Embedding vector =
          expected.isEmpty()
              ? Embedding.of(narrowed(made.get(i)))
              : FeatureSets.joined(narrowed(made.get(i)), narrowed(expected.get(sample)));
      String id = expected.isEmpty() ? "s" + i : "s" + sample;
      rows.add(
          new Row(
              id,
              1 + (expected.isEmpty() ? 0 : i / expected.size()),
              id,
              new Contribution(metric.spec(), null, List.of(), vector, Map.of(), null)));
    }
    return rows;
  }

  private static float[] narrowed(double[] row) {
    var narrow = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      narrow[i] = (float) row[i];
    }
    return narrow;
  }

  private static List<double[]> features(JsonNode node) {
    List<double[]> rows = new ArrayList<>();
    node.forEach(row -> rows.add(Golden.numbers(row)));
    return rows;
  }

  private static boolean usable(JsonNode first, JsonNode second) {
    return first.isArray()
        && second.isArray()
        && first.size() >= 2
        && second.size() >= 2
        && first.get(0).isArray()
        && first.get(0).size() == second.get(0).size()
        && first.get(0).size() > 0;
  }

  /// Through the door of a job features are 32-bit floats.
  private static void checkDistances(String file, String metric, String field) {
    int checked = 0;
    for (JsonNode row : Golden.rows(file).toList()) {
      JsonNode one = row.path("input").path("features1");
      JsonNode other = row.path("input").path("features2");
      JsonNode expected = row.path("expected").path(field);
      if (usable(one, other) && expected.isNumber()) {
        boolean swap = one.size() > other.size();
        List<double[]> smaller = features(swap ? other : one);
        List<double[]> larger = features(swap ? one : other);
        SetMetric judge = metric(metric, smaller.getFirst().length, "");
        double value = expected.asDouble();
        assertThat(judge.prepare(rows(judge, smaller, larger)).value())
            .as(row.path("id").asText())
            .hasValueCloseTo(
                Math.max(value, metric.equals("frechet_distance") ? 0 : value),
                within(2e-5 * Math.max(1, Math.abs(value))));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(30);
  }

  @Test
  void frechetDistancesAreThoseOfTheReference() {
    checkDistances("fid.jsonl", "frechet_distance", "pytorch_fid");
  }

  @Test
  void kernelDistancesAreThoseOfTheReference() {
    checkDistances("kid.jsonl", "kernel_distance", "unbiased_mmd2_all");
  }

  @Test
  void precisionRecallDensityAndCoverageAreThoseOfTheReference() {
    int checked = 0;
    for (JsonNode row : Golden.rows("prdc.jsonl").toList()) {
      List<double[]> real = features(row.path("input").path("real"));
      List<double[]> made = features(row.path("input").path("fake"));
      if (made.size() >= real.size() && row.path("expected").has("precision")) {
        String k = ", \"neighbours\": " + row.path("params").path("nearest_k").asInt();
        for (String name : List.of("precision", "recall", "density", "coverage")) {
          SetMetric judge = metric("image_" + name, real.getFirst().length, k);
          assertThat(judge.prepare(rows(judge, real, made)).value())
              .as(row.path("id").asText() + " " + name)
              .hasValueCloseTo(row.path("expected").path(name).asDouble(), within(1e-9));
        }
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(10);
  }

  @Test
  void inceptionScoresAreThoseOfTheReference() {
    int checked = 0;
    for (JsonNode row : Golden.rows("inception_score.jsonl").toList()) {
      List<double[]> shares = features(row.path("input").path("probabilities"));
      JsonNode expected = row.path("expected").path("sbarratt").path("mean");
      if (row.path("params").path("splits").asInt() == 1
          && !shares.isEmpty()
          && shares.getFirst().length > 1) {
        int classes = shares.getFirst().length;
        SetMetric judge = metric("inception_score", classes, ", \"softmax\": false");
        OptionalDouble value = judge.prepare(rows(judge, List.of(), shares)).value();
        if (expected.isNumber()) {
          assertThat(value)
              .as(row.path("id").asText())
              .hasValueCloseTo(expected.asDouble(), within(1e-5 * expected.asDouble()));
        } else {
          assertThat(value).as(row.path("id").asText()).isEmpty();
        }
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frechet_distance",
        "kernel_distance",
        "image_precision",
        "image_recall",
        "image_density",
        "image_coverage"
      })
  void oneImageIsNoSet(String name) {
    SetMetric judge = metric(name, 2, "");
    List<double[]> one = List.of(new double[] {1, 2});

    assertThat(judge.prepare(rows(judge, one, one)).value()).isEmpty();
  }

  @Test
  void setsWithoutVarianceHaveTheDistanceOfTheirMeans() {
    List<double[]> zeros = List.of(new double[] {0, 0}, new double[] {0, 0}, new double[] {0, 0});
    List<double[]> others = List.of(new double[] {3, 4}, new double[] {3, 4}, new double[] {3, 4});
    SetMetric judge = metric("frechet_distance", 2, "");
    SetMetric wide = metric("frechet_distance", 2, "");

    assertThat(judge.prepare(rows(judge, zeros, others)).value()).hasValue(25);
    assertThat(judge.prepare(rows(judge, zeros, zeros)).value()).hasValue(0);
    assertThat(wide.prepare(rows(wide, zeros.subList(0, 2), others)).value()).hasValue(25);
  }

  @Test
  void likeImagesOfAllClassesScoreTheirNumberAndOneClassScoresOne() {
    SetMetric judge = metric("inception_score", 3, ", \"softmax\": false");
    double[] a = {1, 0, 0};
    double[] b = {0, 1, 0};
    double[] c = {0, 0, 1};

    assertThat(judge.prepare(rows(judge, List.of(), List.of(a, b, c))).value())
        .hasValueCloseTo(3.0, within(1e-12));
    assertThat(judge.prepare(rows(judge, List.of(), List.of(a, a))).value()).hasValue(1);
  }

  @Test
  void onlyWholeSetsHaveAFrechetDistanceAndImagesOfAManifoldHaveIntervals() {
    SetMetric distance = metric("frechet_distance", 2, "");
    SetMetric recall = metric("image_recall", 2, ", \"neighbours\": 1");
    List<double[]> real = List.of(new double[] {0, 0}, new double[] {1, 0}, new double[] {9, 0});
    List<double[]> made = List.of(new double[] {0, 0}, new double[] {1, 0}, new double[] {2, 0});

    assertThat(distance.prepare(rows(distance, real, made)).value(new int[] {2, 0, 1})).isEmpty();
    var prepared = recall.prepare(rows(recall, real, made));
    assertThat(prepared.value()).hasValueCloseTo(2 / 3.0, within(1e-12));
    assertThat(prepared.value(new int[] {0, 0, 2})).hasValue(0);
  }

  @Test
  void anImageThatFitsItsCaptionScoresMore() {
    String params = "{%s}".formatted(NetworkFiles.CLIP);
    byte[] red = Drawn.png(20, 20, (_, _) -> 0xFF0000);
    byte[] green = Drawn.png(20, 20, (_, _) -> 0x00FF00);

    assertThat(clip("clip_score", params, "red", red, red)).isCloseTo(2.5, within(1e-6));
    assertThat(clip("clip_score", params, "red", red, green)).isZero();
    assertThat(clip("ref_clip_score", params, "red", red, red)).isCloseTo(5 / 3.5, within(1e-6));
    assertThat(clip("ref_clip_score", params, "red", green, red)).isZero();
    assertThat(
            clip(
                "clip_score",
                params.replace("}", ", \"convention\": \"torchmetrics\"}"),
                "red green",
                red,
                red))
        .isCloseTo(100 / Math.sqrt(2), within(1e-4));
  }

  private double clip(String name, String params, String caption, byte[] expected, byte[] made) {
    var some = drawn.some("s", caption, expected, made, made);
    Judgement judgement =
        Metrics.create(Judging.spec(name, params))
            .judge(some.sample(), some.answer(), drawn.circumstances(new byte[0]));
    assertThat(judgement).isInstanceOf(Judgement.Judged.class);
    return java.util.Objects.requireNonNull(((Judgement.Judged) judgement).contribution().value());
  }

  @Test
  void aBlackImageHasNoDirectionAndIsNobodysScore() {
    byte[] black = Drawn.png(20, 20, (_, _) -> 0);
    var some = drawn.some("s", "red", black, black, black);

    Judgement judgement =
        Metrics.create(Judging.spec("clip_score", "{%s}".formatted(NetworkFiles.CLIP)))
            .judge(some.sample(), some.answer(), drawn.circumstances(new byte[0]));

    assertThat(judgement).isInstanceOf(Judgement.NotJudged.class);
  }

  @Test
  void withoutAnExpectedImageOrWithADamagedOneASampleFailsWithTheReason() {
    byte[] made = Drawn.png(20, 20, (_, _) -> 0x123456);
    String params = NetworkFiles.features("");

    assertThat(reason("frechet_distance", params, null, made)).contains("target of sample s1");
    assertThat(reason("frechet_distance", params, made, new byte[] {1, 2}))
        .contains("the model's image");
    assertThat(reason("frechet_distance", params, new byte[] {1, 2}, made))
        .contains("the expected image");
    assertThat(drawn.judged("inception_score", classes(), null, made, null))
        .isInstanceOf(Judgement.Judged.class);
  }

  private static String classes() {
    return "{\"network\": \"%s\", \"size\": 8}".formatted(NetworkFiles.CLASSES);
  }

  private String reason(
      String name,
      String params,
      byte @org.jspecify.annotations.Nullable [] expected,
      byte[] made) {
    Judgement judgement = drawn.judged(name, params, expected, made, null);
    assertThat(judgement).isInstanceOf(Judgement.Unjudgeable.class);
    return ((Judgement.Unjudgeable) judgement).reason();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"frechet_distance", "kernel_distance", "inception_score", "clip_score", "lpips"})
  void aMetricWithoutItsNetworkSaysWhatIsMissing(String name) {
    String more = name.equals("clip_score") ? ", \"tokenizer\": \"/t\"" : "";
    assertThatThrownBy(() -> Metrics.create(Judging.spec(name, "{}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs network")
        .hasMessageContaining("docs/images.md");
    assertThatThrownBy(
            () -> Metrics.create(Judging.spec(name, "{\"network\": \"/none.onnx\"" + more + "}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no file /none.onnx");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frechet_distance",
        "kernel_distance",
        "image_recall",
        "inception_score",
        "clip_score"
      })
  void pagesSayWhetherItAddsUp(String name) {
    String params =
        switch (name) {
          case "inception_score" -> classes();
          case "clip_score" -> "{%s}".formatted(NetworkFiles.CLIP);
          default -> NetworkFiles.features("");
        };

    assertThat(Metrics.find(name).orElseThrow().addsUp())
        .isEqualTo(Metrics.create(Judging.spec(name, params)) instanceof AdditiveMetric);
  }

  @Test
  void aSignatureNamesANetworkByItsContent() {
    String signature =
        Metrics.create(Judging.spec("frechet_distance", NetworkFiles.features(""))).signature();

    assertThat(signature).doesNotContain(".onnx").containsPattern("\\|network:[0-9a-f]{64}\\|");
  }

  @Test
  void lpipsOfLayersTakesWeightsFromAFile() {
    byte[] red = Drawn.png(16, 16, (_, _) -> 0xFF0000);
    byte[] green = Drawn.png(16, 16, (_, _) -> 0x00FF00);
    String weights = NetworkFiles.file("weights.json", "[[1, 0, 0], [0, 0, 0]]").toString();
    String bad = NetworkFiles.file("bad.json", "[[-1, 0, 0]]").toString();
    String params = "{\"network\": \"%s\", \"low\": 0, \"weights\": \"%s\"}";

    assertThat(
            drawn.value("lpips", params.formatted(NetworkFiles.LAYERS, weights), red, green, null))
        .isCloseTo(1, within(1e-6));
    assertThatThrownBy(
            () -> Metrics.create(Judging.spec("lpips", params.formatted(NetworkFiles.LAYERS, bad))))
        .hasMessageContaining("-1");
  }
}

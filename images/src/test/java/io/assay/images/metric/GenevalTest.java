package io.assay.images.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Answer.Found;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.Golden;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.metric.SetMetric.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenevalTest implements MetricContract {

  private static final ObjectMapper JSON_TEXT = new ObjectMapper();
  private static final Blob IMAGE = new Blob("0".repeat(64), "image/png", 1);
  private static final List<String> TAGS = List.of("counting", "colors", "single_object");

  @Override
  public MetricSpec spec() {
    return MetricSpec.of("geneval");
  }

  @Override
  public Case anyCase(Random random, int number) {
    var box = List.of(0.0, 0.0, 10.0, 10.0);
    List<Found> found = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      found.add(new Found("cat", box, random.nextDouble(), random.nextBoolean() ? "red" : null));
    }
    String tag = TAGS.get(number % 3);
    return new Case(
        sample(
            "s" + number,
            "{\"tag\": \"%s\", \"include\": [{\"class\": \"cat\", \"count\": 1}]}".formatted(tag)),
        new Answer.Images(List.of(IMAGE), found));
  }

  private static Sample sample(String id, String metadata) {
    try {
      Map<String, JsonNode> fields = new HashMap<>();
      JSON_TEXT
          .readTree(metadata)
          .properties()
          .forEach(each -> fields.put(each.getKey(), each.getValue()));
      return new Sample(id, Judging.text("a picture"), null, null, fields);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Judgement judgement(Sample sample, @Nullable List<Found> found) {
    return Metrics.create(MetricSpec.of("geneval"))
        .judge(sample, new Answer.Images(List.of(IMAGE), found));
  }

  /// The golden detections are those that are left after the threshold of confidence. An image of
  /// which nothing is asked is right to the reference; here such a sample is refused.
  @Test
  void imagesAreRightOrWrongAsTheReferenceSays() {
    int checked = 0;
    for (JsonNode row : Golden.rows("geneval.jsonl").toList()) {
      List<Found> found = new ArrayList<>();
      row.path("input")
          .path("detections")
          .properties()
          .forEach(
              each -> each.getValue().forEach(object -> found.add(found(each.getKey(), object))));
      JsonNode metadata = row.path("input").path("metadata");
      if (row.path("expected").has("correct")
          && metadata.path("include").size() + metadata.path("exclude").size() > 0) {
        Judgement judgement = judgement(sample("s", metadata.toString()), found);
        assertThat(judgement).as(row.path("id").asText()).isInstanceOf(Judgement.Judged.class);
        assertThat(((Judgement.Judged) judgement).contribution().value())
            .as(row.path("id").asText())
            .isEqualTo(row.path("expected").path("correct").asBoolean() ? 1 : 0);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(30);
  }

  private static Found found(String name, JsonNode object) {
    List<Double> box = new ArrayList<>();
    object.path("box").forEach(side -> box.add(side.asDouble()));
    return new Found(
        name, box.subList(0, 4), 0.95 + box.get(4) / 100, object.path("colour").textValue());
  }

  @ParameterizedTest
  @CsvSource({"tags,overall", "images,images_correct", "prompts,prompts_any_correct"})
  void summariesAreThoseOfTheReference(String summary, String field) {
    int checked = 0;
    var metric =
        (SetMetric)
            Metrics.create(Judging.spec("geneval", "{\"summary\": \"%s\"}".formatted(summary)));
    for (JsonNode row : Golden.rows("geneval_summary.jsonl").toList()) {
      if (row.path("expected").path(field).isNumber()) {
        assertThat(metric.prepare(rows(metric, row.path("input").path("results"))).value())
            .as(row.path("id").asText())
            .hasValueCloseTo(row.path("expected").path(field).asDouble(), within(1e-12));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(20);
  }

  /// The same prompt under another tag is another sample.
  private static List<Row> rows(Metric metric, JsonNode results) {
    Map<String, Integer> repeats = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (JsonNode each : results) {
      String id = each.path("tag").asText() + "/" + each.path("prompt").asText();
      double right = each.path("correct").asBoolean() ? 1 : 0;
      rows.add(
          new Row(
              id,
              repeats.merge(id, 1, Integer::sum),
              id,
              new Contribution(
                  metric.spec(),
                  right,
                  List.of(right),
                  null,
                  Map.of(each.path("tag").asText(), right),
                  null)));
    }
    return rows;
  }

  @Test
  void nothingFoundIsWrongAndNobodyLookedIsNoScore() {
    Sample cat = sample("s", "{\"include\": [{\"class\": \"cat\", \"count\": 1}]}");

    assertThat(((Judgement.Judged) judgement(cat, List.of())).contribution().value()).isEqualTo(0);
    assertThat(judgement(cat, null)).isInstanceOf(Judgement.Unjudgeable.class);
    assertThat(judgement(sample("s", "{}"), List.of())).isInstanceOf(Judgement.Unjudgeable.class);
  }

  @Test
  void demandsThatMakeNoSenseAreRefusedBeforeAModelIsAsked() {
    Metric metric = Metrics.create(MetricSpec.of("geneval"));

    assertThat(metric.problemWith(sample("s", "{\"include\": [{\"class\": \"cat\"}]}")).orElse(""))
        .contains("count");
    assertThat(
            metric
                .problemWith(
                    sample(
                        "s",
                        "{\"include\": [{\"class\": \"cat\", \"count\": 1, \"position\": [\"left of\", 0]}]}"))
                .orElse(""))
        .contains("position");
    assertThat(
            metric.problemWith(sample("s", "{\"include\": [{\"class\": \"cat\", \"count\": 1}]}")))
        .isEmpty();
  }

  @Test
  void countingNeedsASurerDetector() {
    List<Found> unsure = List.of(new Found("cat", List.of(0.0, 0.0, 1.0, 1.0), 0.5, null));
    String cat = "\"include\": [{\"class\": \"cat\", \"count\": 1}]}";

    assertThat(
            ((Judgement.Judged) judgement(sample("s", "{\"tag\": \"counting\", " + cat), unsure))
                .contribution()
                .value())
        .isEqualTo(0);
    assertThat(
            ((Judgement.Judged) judgement(sample("s", "{\"tag\": \"colors\", " + cat), unsure))
                .contribution()
                .value())
        .isEqualTo(1);
  }
}

package io.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Classification, clustering and pair classification built from public data, with a real embedding
/// model, through the whole pipeline. Skipped where the data is absent.
class EmbeddingTasksIT {

  private static final String MODEL = "inprocess/all-minilm-l6-v2-q";
  private static final int TRAIN = 20;

  @TempDir Path folder;

  @Test
  void aRealModelTellsSubjectsAndParaphrasesApart() throws Exception {
    Path data = ProjectFolder.sharedData("mmlu").resolveSibling("");
    subjects(data.resolve("mmlu/test_10subjects_first30.jsonl"));
    pairs(data.resolve("sts-ccbysa/stsb-test-ccbysa.jsonl"));

    JsonNode metrics = run().path(MODEL).path("metrics");

    // ten subjects: chance is 0.1 and, for clusters, near 0
    assertThat(value(metrics, "logreg_accuracy")).isBetween(0.75, 1.0);
    assertThat(value(metrics, "knn_accuracy")).isBetween(0.65, 1.0);
    assertThat(value(metrics, "v_measure")).isBetween(0.45, 1.0);
    assertThat(value(metrics, "pair_ap")).isBetween(0.9, 1.0);
    assertThat(value(metrics, "pair_accuracy")).isBetween(0.85, 1.0);
  }

  private static double value(JsonNode metrics, String name) {
    JsonNode metric = metrics.path(name);
    double value = metric.path("value").asDouble(Double.NaN);
    assertThat(metric.path("low").asDouble(Double.NaN)).as(name).isLessThanOrEqualTo(value);
    assertThat(metric.path("high").asDouble(Double.NaN)).as(name).isGreaterThanOrEqualTo(value);
    return value;
  }

  /// The first questions of each subject to learn from, the others to ask; and all as one set of
  /// sentences to find the subjects in.
  private void subjects(Path file) throws IOException {
    Map<String, Integer> seen = new HashMap<>();
    var labelled = new ArrayList<String>();
    Map<String, ObjectNode> sets = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode row = ContractJson.mapper().readTree(line);
      String subject = row.path("subject").asText();
      ObjectNode entry = ContractJson.mapper().createObjectNode();
      entry.set("id", row.path("id"));
      entry.set("text", row.path("question"));
      entry.put("label", subject);
      entry.put("split", seen.merge(subject, 1, Integer::sum) <= TRAIN ? "train" : "test");
      labelled.add(entry.toString());
      var set = sets.computeIfAbsent(subject, _ -> ContractJson.mapper().createObjectNode());
      set.withArray("sentences").add(row.path("question"));
      set.withArray("labels").add(subject);
    }
    Files.write(folder.resolve("subjects.jsonl"), labelled);
    Files.write(
        folder.resolve("topics.jsonl"), sets.values().stream().map(ObjectNode::toString).toList());
  }

  /// Pairs that people found equivalent, and pairs that they did not.
  private void pairs(Path file) throws IOException {
    var pairs = new ArrayList<String>();
    int at = 0;
    for (String line : Files.readAllLines(file)) {
      at++;
      JsonNode row = ContractJson.mapper().readTree(line);
      double score = row.path("score").asDouble();
      if (score >= 4 || score <= 2) {
        ObjectNode pair = ContractJson.mapper().createObjectNode();
        pair.put("id", "pair-" + at);
        pair.set("sentence1", row.path("sentence1"));
        pair.set("sentence2", row.path("sentence2"));
        pair.put("label", score >= 4 ? 1 : 0);
        pairs.add(pair.toString());
      }
    }
    assertThat(pairs).hasSizeGreaterThan(100);
    Files.write(folder.resolve("pairs.jsonl"), pairs);
  }

  private JsonNode run() throws Exception {
    Path job =
        Files.writeString(
            folder.resolve("job.yaml"),
            """
            name: Embedding tasks of public data
            models: [%s]
            tasks:
              - name: subjects
                type: embedding
                dataset: {path: subjects.jsonl, source: mteb}
                metrics: [logreg_accuracy, knn_accuracy]
              - name: topics
                type: embedding
                dataset: {path: topics.jsonl, source: mteb}
                metrics: [{metric: v_measure, params: {draw: 300}}]
              - name: paraphrases
                type: embedding
                dataset: {path: pairs.jsonl, source: mteb}
                metrics: [pair_ap, pair_accuracy]
            """
                .formatted(MODEL));
    JavaProcess process =
        JavaProcess.start(
            ProjectFolder.application("standalone"),
            folder,
            "embedding-tasks",
            Map.of("ASSAY_DATA_DIR", folder.resolve("data").toString()),
            List.of("run", job.toString(), "--json"));
    assertThat(process.exitCode(10)).as(process::said).isZero();
    return ContractJson.mapper().readTree(process.output()).path("models");
  }
}

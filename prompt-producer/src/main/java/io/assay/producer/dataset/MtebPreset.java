package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.spec.FieldMapping;
import java.util.List;

/// Samples of MTEB's tasks, told by their fields: `query`, `positive`, `negative` of reranking;
/// `machine_summaries`, `human_summaries`, `relevance` of summarization; `sentence1`, `sentence2`
/// (or `sent1`, `sent2`) of pairs, with `score` or `label` or none; `text` or `sentence` with
/// `label` of classification, with `labels` of clustering and of several labels. `split` is kept.
final class MtebPreset implements Preset {

  private static final String INPUT = "input";
  private static final String TARGET = "target";

  @Override
  public ObjectNode completed(ObjectNode row) {
    if (row.has("positive") || row.has("negative")) {
      candidates(row);
    } else if (row.has("machine_summaries")) {
      summaries(row);
    } else if (row.has("sentence1") || row.has("sent1")) {
      pair(row);
    } else {
      labelled(row);
    }
    return row;
  }

  private static void candidates(ObjectNode row) {
    Preset.need(row, "query", "MTEB's reranking");
    ArrayNode texts = row.arrayNode().add(row.path("query"));
    ArrayNode grades = row.arrayNode();
    List.of("positive", "negative")
        .forEach(name ->
            list(row, name)
                .forEach(text -> {
                  texts.add(text);
                  grades.add(name.equals("positive") ? 1 : 0);
                }));
    if (grades.isEmpty()) {
      throw new IllegalArgumentException("the query has no candidates, positive or negative");
    }
    row.set(INPUT, texts);
    row.set(TARGET, grades);
  }

  private static void summaries(ObjectNode row) {
    Preset.need(row, "human_summaries", "MTEB's summarization");
    Preset.need(row, "relevance", "MTEB's summarization");
    ArrayNode texts = row.arrayNode();
    texts.addAll(list(row, "machine_summaries"));
    texts.addAll(list(row, "human_summaries"));
    row.set(INPUT, texts);
    row.set(TARGET, row.path("relevance"));
  }

  private static ArrayNode list(ObjectNode row, String name) {
    JsonNode value = row.path(name);
    if (value instanceof ArrayNode array) {
      return array;
    }
    ArrayNode one = row.arrayNode();
    return value.isTextual() ? one.add(value) : one;
  }

  private static void pair(ObjectNode row) {
    String first = row.has("sentence1") ? "sentence1" : "sent1";
    String second = first.equals("sentence1") ? "sentence2" : "sent2";
    Preset.need(row, second, "a pair of MTEB");
    row.set(INPUT, row.arrayNode().add(row.path(first)).add(row.path(second)));
    target(row, "score", "label", "labels");
  }

  private static void labelled(ObjectNode row) {
    String text =
        Preset.present(row, "text", "sentence", "sentences").stream()
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "there is no field text, sentence1, query or machine_summaries, as MTEB's"
                        + " tasks have"));
    row.set(INPUT, row.path(text));
    target(row, "label", "labels");
  }

  private static void target(ObjectNode row, String... names) {
    Preset.present(row, names).stream()
        .findFirst()
        .ifPresent(name -> row.set(TARGET, row.path(name)));
  }

  @Override
  public FieldMapping fields(ObjectNode completed) {
    return new FieldMapping(
        List.of(INPUT),
        completed.hasNonNull(TARGET) ? TARGET : null,
        null,
        Preset.present(completed, "id", "_id").stream().findFirst().orElse(null),
        null,
        Preset.present(completed, "split"));
  }
}

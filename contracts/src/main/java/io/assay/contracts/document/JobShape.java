package io.assay.contracts.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.wire.ContractJson;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Spells out a document's shorthands: one task at the top level, models by their ids, metrics by
/// their names, slices by their fields.
final class JobShape {

  private static final Set<String> TASK_KEYS =
      Set.of("dataset", "fields", "prompt", "generation", "metrics", "epochs", "slices");

  private final Vocabulary vocabulary;
  private final SourceMap map;
  private final List<Problem> problems;

  JobShape(Vocabulary vocabulary, SourceMap map, List<Problem> problems) {
    this.vocabulary = vocabulary;
    this.map = map;
    this.problems = problems;
  }

  ObjectNode spelledOut(ObjectNode written) {
    var job = written.deepCopy();
    job.remove("parameters");
    job.set("models", models(job.path("models"), "models"));
    if (job.has("judges")) {
      job.set("judges", models(job.path("judges"), "judges"));
      dropRepeated(job.path("judges"), "judges", "id", "judge");
    }
    if (!job.has("tasks")) {
      job.putArray("tasks").add(onlyTask(job));
    }
    job.path("tasks").forEach(this::complete);
    dropRepeated(job.path("models"), "models", "id", "model");
    dropRepeated(job.path("tasks"), "tasks", "name", "task");
    return job;
  }

  private void dropRepeated(JsonNode list, String path, String key, String what) {
    var seen = new HashSet<String>();
    int index = 0;
    for (var items = list.elements(); items.hasNext(); index++) {
      String name = items.next().path(key).asText();
      if (!seen.add(name)) {
        items.remove();
        problems.add(
            map.problem(
                SourceMap.item(path, index),
                what + " " + name + " appears twice",
                "leave out one of them, or give it another " + key));
      }
    }
  }

  private static ObjectNode onlyTask(ObjectNode job) {
    var task = JsonNodeFactory.instance.objectNode();
    task.put("name", job.path("task").asText());
    task.put("type", job.path("task").asText());
    job.remove("task");
    for (String key : TASK_KEYS) {
      var value = job.remove(key);
      if (value != null) {
        task.set(key, value);
      }
    }
    return task;
  }

  private void complete(JsonNode task) {
    if (task instanceof ObjectNode object) {
      var metrics = object.path("metrics");
      object.set("metrics", metrics.isArray() ? named(metrics, "metric") : defaults(object));
      if (object.path("slices").isArray()) {
        object.set("slices", named(object.path("slices"), "by"));
      }
    }
  }

  private ArrayNode defaults(ObjectNode task) {
    var metrics = JsonNodeFactory.instance.arrayNode();
    vocabulary
        .defaultMetrics(task.path("type").asText())
        .forEach(name -> metrics.addObject().put("metric", name));
    return metrics;
  }

  /// A list in which a mere text stands for a mapping with one key.
  private static ArrayNode named(JsonNode written, String key) {
    var entries = JsonNodeFactory.instance.arrayNode();
    for (JsonNode entry : written) {
      entries.add(
          entry.isTextual()
              ? JsonNodeFactory.instance.objectNode().put(key, entry.textValue())
              : entry);
    }
    return entries;
  }

  private ArrayNode models(JsonNode written, String list) {
    var models = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < written.size(); i++) {
      models.add(model(written.get(i), SourceMap.item(list, i)));
    }
    return models;
  }

  private JsonNode model(JsonNode written, String path) {
    if (written.isTextual()) {
      return fromCatalogue(written.textValue(), path);
    }
    if (written.has("provider") || !written.has("id")) {
      return written;
    }
    var model = fromCatalogue(written.path("id").asText(), path);
    written.properties().forEach(entry -> override(model, entry.getKey(), entry.getValue()));
    return model;
  }

  private static void override(ObjectNode model, String key, JsonNode value) {
    if (key.equals("options") && value.isObject() && model.path(key) instanceof ObjectNode had) {
      had.setAll((ObjectNode) value);
    } else {
      model.set(key, value);
    }
  }

  private ObjectNode fromCatalogue(String id, String path) {
    return switch (vocabulary.model(id)) {
      case Vocabulary.FoundModel.Served(ModelSpec serving) ->
          ContractJson.mapper().valueToTree(serving);
      case Vocabulary.FoundModel.NotServed(String reason, var suggestion) -> {
        problems.add(map.problem(path, reason, suggestion));
        yield JsonNodeFactory.instance.objectNode().put("id", id).put("provider", "fake");
      }
    };
  }
}

package io.assay.producer.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One task of lm-evaluation-harness as a task of a job document.
final class LmEvalTask {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern EXPRESSION =
      Pattern.compile("\\s*\\{\\{((?:(?!}}|\\{[{%]).)*)}}\\s*", Pattern.DOTALL);
  private static final long SEED = 1234; // the harness's own for examples
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "task",
          "dataset_path",
          "dataset_name",
          "dataset_kwargs",
          "training_split",
          "validation_split",
          "test_split",
          "fewshot_split",
          "doc_to_text",
          "doc_to_target",
          "doc_to_choice",
          "description",
          "target_delimiter",
          "fewshot_delimiter",
          "fewshot_config",
          "num_fewshot",
          "metric_list",
          "output_type",
          "generation_kwargs",
          "repeats",
          "filter_list",
          "revision");
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "task_alias",
          "group",
          "group_alias",
          "tag",
          "metadata",
          "include",
          "should_decontaminate",
          "doc_to_decontamination_query");

  private final Definition task;
  private final boolean choice;

  LmEvalTask(Definition task) {
    this.task = task;
    this.choice = task.text("output_type", "").equals("multiple_choice");
  }

  ObjectNode written() {
    refuseOthers();
    var written = JSON.objectNode();
    written.put("name", task.text("task", "task"));
    written.put("type", choice ? "multiple-choice-likelihood" : "text-generation");
    written.set("dataset", dataset());
    written.set("fields", fields());
    var prompt = prompt();
    if (!prompt.isEmpty()) {
      written.set("prompt", prompt);
    }
    if (!choice) {
      written.set("generation", generation());
    }
    written.set("metrics", new LmEvalMetrics(task, choice).written());
    int repeats = task.get("repeats").asInt(1);
    if (repeats > 1) {
      written.put("epochs", repeats);
    }
    return written;
  }

  private void refuseOthers() {
    String type = task.text("output_type", "generate_until");
    if (!choice && !type.equals("generate_until")) {
      task.refuse("output_type", "output_type " + type + " is not supported");
    }
    for (String key : task.keys()) {
      if (task.get(key).isTextual() && task.text(key, "").startsWith("!function")) {
        task.refuse(
            key,
            key + " is a Python function (" + task.text(key, "") + "), which is not supported");
      } else if (!UNDERSTOOD.contains(key) && !WITHOUT_EFFECT.contains(key) && matters(key)) {
        task.refuse(key, key + " is not supported");
      }
    }
    if (!task.has("doc_to_text")) {
      task.refuse("task", "the task has no doc_to_text");
    }
    if (choice && !task.has("doc_to_choice")) {
      task.refuse("output_type", "the task has no doc_to_choice");
    }
  }

  private boolean matters(String key) {
    var value = task.get(key);
    return !value.isNull()
        && !(value.isBoolean() && !value.booleanValue())
        && !value.asText("x").isEmpty();
  }

  private ObjectNode dataset() {
    var dataset = JSON.objectNode();
    String path = task.text("dataset_path", "");
    String split = task.text("test_split", task.text("validation_split", ""));
    if (path.isEmpty() || split.isEmpty()) {
      task.refuse("task", "the task has no " + (path.isEmpty() ? "dataset_path" : "test_split"));
    }
    if (List.of("json", "csv", "parquet").contains(path)) {
      dataset.put("path", file(split));
      if (task.get("dataset_kwargs").has("field")) {
        dataset.put("source", "json");
        dataset.put("key", task.get("dataset_kwargs").path("field").asText());
      }
      return dataset;
    }
    dataset.put("source", "huggingface");
    dataset.put("name", path);
    if (task.has("dataset_name")) {
      dataset.put("config", task.text("dataset_name", ""));
    }
    dataset.put("split", split);
    var arguments = task.get("dataset_kwargs");
    arguments.fieldNames().forEachRemaining(key -> argument(dataset, key, arguments.path(key)));
    return dataset;
  }

  private void argument(ObjectNode dataset, String key, JsonNode value) {
    if (key.equals("revision")) {
      dataset.set("revision", value);
    } else if (!key.equals("trust_remote_code")) {
      task.refuse("dataset_kwargs." + key, "dataset_kwargs." + key + " is not supported");
    }
  }

  private String file(String split) {
    var files = task.get("dataset_kwargs").path("data_files");
    var of = files.isObject() ? files.path(split) : files;
    if (!of.isTextual()) {
      task.refuse("dataset_kwargs", "dataset_kwargs.data_files names no single file for " + split);
    }
    return of.asText();
  }

  private ObjectNode fields() {
    var fields = JSON.objectNode();
    String input = template("doc_to_text");
    String delimiter = task.text("target_delimiter", " ");
    if (choice && delimiter.isEmpty()) {
      task.refuse("target_delimiter", "an empty target_delimiter is not supported");
    }
    fields.put("input", choice && !delimiter.equals(" ") ? input + delimiter : input);
    String choices = choices();
    if (choice) {
      fields.put("target", template("doc_to_target"));
      fields.put("choices", choices);
    } else if (task.has("doc_to_choice")) {
      fields.put(
          "target",
          "{{ (" + expression(choices) + ")[" + expression(template("doc_to_target")) + "] }}");
    } else if (task.has("doc_to_target")) {
      fields.put("target", template("doc_to_target"));
    }
    return fields;
  }

  private String choices() {
    var choices = task.get("doc_to_choice");
    if (choices.isObject()) {
      task.refuse("doc_to_choice", "doc_to_choice as a mapping is not supported");
    }
    return choices.isArray() ? "{{ " + choices + " }}" : template("doc_to_choice");
  }

  /// A template over the row; a bare name is the field of that name.
  private String template(String key) {
    var value = task.get(key);
    String text = value.asText();
    if (value.isInt()) {
      return "{{ " + text + " }}";
    }
    if (value.isContainerNode()) {
      task.refuse(
          key,
          key + " is a " + (value.isArray() ? "list" : "mapping") + ", which is not supported");
    }
    if (text.contains("{{") || text.contains("{%")) {
      return text;
    }
    return NAME.matcher(text).matches()
        ? "{{ " + text + " }}"
        : "{{ " + JSON.textNode(text) + " }}";
  }

  private String expression(String template) {
    Matcher matcher = EXPRESSION.matcher(template);
    if (!matcher.matches()) {
      task.refuse(
          "doc_to_target", "doc_to_target is no single expression, which doc_to_choice needs");
      return "0";
    }
    return matcher.group(1).strip();
  }

  private ObjectNode prompt() {
    var prompt = JSON.objectNode();
    String description = task.text("description", "");
    if (description.contains("{{") || description.contains("{%")) {
      task.refuse("description", "a description with a template is not supported");
    } else if (!description.isEmpty()) {
      prompt.put("preamble", description);
    }
    int count = task.get("num_fewshot").asInt(0);
    if (count > 0) {
      prompt.set("fewshot", fewshot(count));
    }
    return prompt;
  }

  private ObjectNode fewshot(int count) {
    var fewshot = JSON.objectNode();
    var config = task.get("fewshot_config");
    String split =
        config
            .path("split")
            .asText(
                task.text(
                    "fewshot_split",
                    task.text("training_split", task.text("validation_split", ""))));
    config
        .fieldNames()
        .forEachRemaining(key -> {
          if (!List.of("split", "sampler").contains(key)) {
            task.refuse("fewshot_config." + key, "fewshot_config." + key + " is not supported");
          }
        });
    if (split.isEmpty()) {
      task.refuse("num_fewshot", "no split has the examples: fewshot_split or training_split");
    }
    boolean local = List.of("json", "csv", "parquet").contains(task.text("dataset_path", ""));
    fewshot.put(local ? "path" : "split", local ? file(split) : split);
    fewshot.put("count", count);
    if (!config.path("sampler").asText("default").equals("first_n")) {
      fewshot.put("seed", SEED);
      task.note(
          "num_fewshot", "the examples are chosen by a hash, not by the harness's random numbers");
    }
    fewshot.put("template", example());
    String between = task.text("fewshot_delimiter", "\n\n");
    if (!between.equals("\n\n")) {
      fewshot.put("delimiter", between);
    }
    return fewshot;
  }

  private String example() {
    String delimiter = task.text("target_delimiter", " ");
    if (!choice) {
      return "{{ input }}" + delimiter + "{{ target }}";
    }
    return "{{ input }}"
        + (delimiter.equals(" ") ? " " : "")
        + "{% if target is number %}{{ choices[target] }}{% else %}{{ target }}{% endif %}";
  }

  private ObjectNode generation() {
    var generation = JSON.objectNode();
    var settings = task.get("generation_kwargs");
    var until = settings.path("until");
    var stops = generation.putArray("stop_seqs");
    if (until.isArray()) {
      until.forEach(stops::add);
    } else {
      stops.add(until.asText(task.text("fewshot_delimiter", "\n\n")));
    }
    generation.put("max_tokens", settings.path("max_gen_toks").asInt(256));
    generation.put("temperature", settings.path("temperature").asDouble(0));
    settings.properties().forEach(each -> setting(generation, each.getKey(), each.getValue()));
    return generation;
  }

  private void setting(ObjectNode generation, String key, JsonNode value) {
    switch (key) {
      case "until", "max_gen_toks", "temperature", "do_sample" -> {}
      case "top_p", "seed" -> generation.set(key, value);
      default ->
          task.refuse("generation_kwargs." + key, "generation_kwargs." + key + " is not supported");
    }
  }
}

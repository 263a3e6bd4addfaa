package io.assay.producer.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Tests of promptfoo (its YAML configuration, with tests inside or in YAML, JSON, JSONL or CSV
/// files) as a job document and files of samples.
///
/// A sample has one target, so tests are sorted by what they assert: each prompt and each kind of
/// assertions becomes a task with a file of its own, and a test with assertions of different values
/// stands in several. Assertions become metrics, whose values are shares and means: their
/// thresholds and weights have no equal and are named.
///
/// Source: https://www.promptfoo.dev/docs/configuration/reference/
public final class PromptfooImport {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String ID = "__id";
  private static final String EXPECTED = "__expected";
  private static final String METADATA = "__metadata";
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "description",
          "tags",
          "outputPath",
          "sharing",
          "commandLineOptions",
          "metadata",
          "writeLatestResults",
          "tracing",
          "evaluateOptions",
          "prompts",
          "providers",
          "targets",
          "tests",
          "defaultTest");

  private final Definition config;
  private final List<Finding> findings;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final ArrayNode tasks = JSON.arrayNode();

  private PromptfooImport(Definition config, List<Finding> findings) {
    this.config = config;
    this.findings = findings;
  }

  /// Reads a configuration.
  ///
  /// @param file `promptfooconfig.yaml`
  /// @param models ids of the models; if empty, the configuration's providers
  public static Imported read(Path file, List<String> models) {
    var findings = new ArrayList<Finding>();
    var config = Definition.of(file, findings);
    var reading = new PromptfooImport(config, findings);
    reading.convert();
    var compared =
        models.isEmpty() ? new PromptfooProviders(config).models() : JobYaml.models(models);
    String name = config.text("description", "promptfoo").lines().findFirst().orElse("promptfoo");
    return JobYaml.imported(name, compared, reading.tasks, reading.files, findings);
  }

  private void convert() {
    for (String key : config.keys()) {
      if (!WITHOUT_EFFECT.contains(key)) {
        config.refuse(key, key + " is not supported");
      }
    }
    var prompts = prompts();
    var tests = new PromptfooTests(config, findings).read();
    if (tests.isEmpty()) {
      config.refuse("tests", "there are no tests");
    }
    for (int i = 0; i < prompts.size(); i++) {
      tasks(prompts.get(i), prompts.size() == 1 ? "" : "prompt" + (i + 1) + "-", tests);
    }
  }

  private List<String> prompts() {
    var prompts = new ArrayList<String>();
    var written = config.get("prompts");
    if (written.isTextual()) {
      prompts.add(prompt(written, "prompts"));
    }
    for (int i = 0; i < (written.isArray() ? written.size() : 0); i++) {
      String path = "prompts[" + i + "]";
      var prompt = written.get(i);
      prompts.add(prompt(prompt.isObject() ? prompt.path("raw") : prompt, path));
    }
    if (prompts.isEmpty()) {
      config.refuse("prompts", "there are no prompts");
    }
    return prompts;
  }

  private String prompt(JsonNode written, String path) {
    String text = written.asText();
    if (text.startsWith("file://")) {
      String name = text.substring("file://".length());
      if (!name.endsWith(".txt") && !name.endsWith(".md")) {
        config.refuse(path, "a prompt in " + name + " is not supported, only in .txt and .md");
        return "";
      }
      text = Definition.text(config.file().resolveSibling(name), findings).strip();
    }
    if (text.isBlank()) {
      config.refuse(path, "the prompt has no text");
    }
    if (text.stripLeading().startsWith("[") && text.contains("\"role\"")) {
      config.refuse(path, "a prompt that is a conversation is not supported");
    }
    return text;
  }

  private void tasks(String prompt, String prefix, List<PromptfooTest> tests) {
    var groups = new LinkedHashMap<List<ObjectNode>, List<ObjectNode>>();
    for (var test : tests) {
      for (var part : test.parts()) {
        groups.computeIfAbsent(part.metrics(), _ -> new ArrayList<>()).add(row(test, part));
      }
    }
    groups.forEach((metrics, rows) -> tasks.add(task(prompt, prefix, metrics, rows)));
  }

  /// Variables are fields by their own names; names with two underscores are promptfoo's.
  private static ObjectNode row(PromptfooTest test, PromptfooTest.Part part) {
    var row = JSON.objectNode();
    row.put(ID, test.id());
    if (!test.description().isEmpty()) {
      row.put("__description", test.description());
    }
    row.setAll(test.vars());
    if (!part.target().isNull()) {
      row.set(EXPECTED, part.target());
    }
    if (!test.metadata().isEmpty()) {
      row.set(METADATA, test.metadata());
    }
    return row;
  }

  private ObjectNode task(
      String prompt, String prefix, List<ObjectNode> metrics, List<ObjectNode> rows) {
    String name = unique(prefix + metrics.getFirst().path("metric").asText());
    var lines = new StringBuilder();
    rows.forEach(row -> lines.append(row).append('\n'));
    files.put(name + ".jsonl", lines.toString());
    var task = JSON.objectNode();
    task.put("name", name);
    task.put("type", "text-generation");
    task.putObject("dataset").put("path", name + ".jsonl");
    task.set("fields", fields(prompt, rows));
    metrics.forEach(task.withArray("metrics")::add);
    int repeat = config.get("evaluateOptions").path("repeat").asInt(1);
    if (repeat > 1) {
      task.put("epochs", repeat);
    }
    return task;
  }

  private String unique(String name) {
    String free = name;
    for (int i = 2; files.containsKey(free + ".jsonl"); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  private static ObjectNode fields(String prompt, List<ObjectNode> rows) {
    var fields = JSON.objectNode();
    fields.put("id", ID);
    boolean template = prompt.contains("{{") || prompt.contains("{%");
    fields.put("input", template ? prompt : "{{ " + JSON.textNode(prompt) + " }}");
    if (rows.getFirst().has(EXPECTED)) {
      fields.put("target", EXPECTED);
    }
    var metadata = new TreeSet<String>();
    rows.forEach(row -> row.path(METADATA).fieldNames().forEachRemaining(metadata::add));
    metadata.forEach(key -> fields.withArray("metadata").add(METADATA + "." + key));
    return fields;
  }
}

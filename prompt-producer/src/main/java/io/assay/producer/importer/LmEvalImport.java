package io.assay.producer.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tasks of lm-evaluation-harness (YAML) as a job document: tasks that generate text, tasks of
/// multiple choice, groups of them, and what they include.
///
/// Source: https://github.com/EleutherAI/lm-evaluation-harness/blob/main/docs/task_guide.md
public final class LmEvalImport {

  private static final int DEEPEST = 10;
  private static final String INCLUDE = "include";
  private static final String TASK = "task";

  private final Path root;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Definition> tasks = new ArrayList<>();

  private LmEvalImport(Path root) {
    this.root = root;
  }

  /// Reads a task or a group.
  ///
  /// @param file the YAML file; tasks that a group names are looked for in its folder and below
  /// @param models ids of the models; if empty, the document has a parameter `model`
  public static Imported read(Path file, List<String> models) {
    var reading = new LmEvalImport(file);
    var definition = reading.included(file, 0);
    reading.collect(definition, 0);
    var written = JsonNodeFactory.instance.arrayNode();
    reading.tasks.forEach(each -> written.add(new LmEvalTask(each).written()));
    String name =
        definition.text("group", definition.get(TASK).isTextual() ? definition.text(TASK, "") : "");
    return JobYaml.imported(
        name.isBlank() ? String.valueOf(file.getFileName()).replaceAll("\\.ya?ml$", "") : name,
        JobYaml.models(models),
        written,
        Map.of(),
        reading.findings);
  }

  private Definition included(Path file, int depth) {
    var own = Definition.of(file, findings);
    return own.has(INCLUDE) ? withIncluded(own, depth) : own;
  }

  private Definition withIncluded(Definition own, int depth) {
    if (depth > DEEPEST) {
      own.refuse(INCLUDE, "includes go round in a circle");
      return own;
    }
    Definition merged = null;
    for (String name : texts(own.get(INCLUDE))) {
      var base = included(own.file().resolveSibling(name), depth + 1);
      merged = merged == null ? base : base.over(merged);
    }
    return merged == null ? own : own.over(merged);
  }

  private static List<String> texts(JsonNode node) {
    var texts = new ArrayList<String>();
    if (node.isArray()) {
      node.forEach(item -> texts.add(item.asText()));
    } else {
      texts.add(node.asText());
    }
    return texts;
  }

  private void collect(Definition definition, int depth) {
    if (!definition.get(TASK).isArray()) {
      tasks.add(definition);
      return;
    }
    if (depth > DEEPEST) {
      definition.refuse(TASK, "groups go round in a circle");
      return;
    }
    if (definition.has("aggregate_metric_list")) {
      definition.note("aggregate_metric_list", "averages over a group are not taken over");
    }
    for (int i = 0; i < definition.get(TASK).size(); i++) {
      member(definition, definition.get(TASK).get(i), "task[" + i + "]", depth);
    }
  }

  private void member(Definition group, JsonNode member, String path, int depth) {
    if (member instanceof ObjectNode object) {
      var own = group.inner(path, object);
      if (own.has("dataset_path") || own.get(TASK).isArray()) {
        collect(own.has(INCLUDE) ? withIncluded(own, 0) : own, depth + 1);
      } else {
        named(group, own.text(TASK, ""), path, depth, own);
      }
    } else {
      named(group, member.asText(), path, depth, null);
    }
  }

  private void named(
      Definition group, String name, String path, int depth, @Nullable Definition changes) {
    var file = find(name);
    if (file.isEmpty()) {
      group.refuse(
          path, "no file in " + root.toAbsolutePath().getParent() + " defines task " + name);
      return;
    }
    var found = included(file.get(), 0);
    collect(changes == null ? found : changes.over(found), depth + 1);
  }

  private Optional<Path> find(String name) {
    var defines =
        Pattern.compile("(?m)^(task|group):\\s*[\"']?" + Pattern.quote(name) + "[\"']?\\s*(#.*)?$");
    var folder = root.toAbsolutePath().getParent();
    try (Stream<Path> files = Files.walk(folder, 4)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches(".*\\.ya?ml"))
          .filter(file -> !file.equals(root.toAbsolutePath()))
          .limit(20_000)
          .sorted()
          .filter(file -> defines.matcher(Definition.text(file, new ArrayList<>())).find())
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be listed", e);
    }
  }
}

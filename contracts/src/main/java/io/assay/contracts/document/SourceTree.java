package io.assay.contracts.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Text to a tree whose parts know their lines. JSON is read as the part of YAML that it is, except
/// that tabs may indent it. Plain scalars follow YAML 1.2: `yes` and `on` are texts.
public final class SourceTree {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_NODES = 100_000;
  private static final int MOST_CHARACTERS = 4_000_000;

  private final SourceMap map = new SourceMap();
  private final List<Problem> problems = new ArrayList<>();
  private int nodes;

  private SourceTree() {}

  /// What a text holds.
  ///
  /// @param root the tree; missing where the text could not be read at all
  /// @param map where its parts stand
  /// @param problems what is wrong with the text
  public record Read(JsonNode root, SourceMap map, List<Problem> problems) {}

  /// Reads a text.
  public static Read of(String text) {
    var tree = new SourceTree();
    JsonNode root = tree.read(text);
    return new Read(root, tree.map, tree.problems);
  }

  private JsonNode read(String text) {
    try {
      var node = new Yaml(options()).compose(new StringReader(readable(text)));
      if (node == null) {
        problems.add(new Problem(1, 1, "", "the document is empty", "see the examples folder"));
        return MissingNode.getInstance();
      }
      return convert(node, "", 0);
    } catch (MarkedYAMLException e) {
      problems.add(unreadable(e));
    } catch (YAMLException e) {
      problems.add(new Problem(1, 1, "", "not readable: " + e.getMessage(), null));
    }
    return MissingNode.getInstance();
  }

  private static LoaderOptions options() {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(true);
    options.setCodePointLimit(MOST_CHARACTERS);
    return options;
  }

  private static String readable(String text) {
    return text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
  }

  private static Problem unreadable(MarkedYAMLException e) {
    Mark mark = e.getProblemMark();
    String problem = String.valueOf(e.getProblem());
    return new Problem(
        mark == null ? 1 : mark.getLine() + 1,
        mark == null ? 1 : mark.getColumn() + 1,
        "",
        "not readable as YAML: " + problem,
        cure(problem));
  }

  private static @Nullable String cure(String problem) {
    if (problem.contains("TAB")) {
      return "indent with spaces, not tabs";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "put a value that contains ': ' in quotation marks, or check the indentation";
    }
    if (problem.contains("expected <block end>") || problem.contains("could not find expected")) {
      return "check the indentation and that each key is followed by a colon";
    }
    return problem.contains("expected the node content")
        ? "put the value in quotation marks"
        : null;
  }

  private JsonNode convert(Node node, String path, int depth) {
    mark(path, node);
    if (++nodes > MOST_NODES || depth > 50) {
      throw new YAMLException("it is nested too deeply or repeats its anchors too often");
    }
    return switch (node) {
      case MappingNode mapping -> mapping(mapping, path, depth);
      case SequenceNode sequence -> sequence(sequence, path, depth);
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new YAMLException("unexpected node " + node.getNodeId());
    };
  }

  private void mark(String path, Node node) {
    map.put(path, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
  }

  private ArrayNode sequence(SequenceNode sequence, String path, int depth) {
    var array = JSON.arrayNode();
    for (Node item : sequence.getValue()) {
      array.add(convert(item, SourceMap.item(path, array.size()), depth + 1));
    }
    return array;
  }

  private ObjectNode mapping(MappingNode mapping, String path, int depth) {
    var object = JSON.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key) {
        put(object, key, entry.getValueNode(), path, depth);
      } else {
        problems.add(keyIsNoText(entry.getKeyNode(), path));
      }
    }
    return object;
  }

  private void put(ObjectNode object, ScalarNode key, Node value, String path, int depth) {
    String name = key.getValue();
    String at = SourceMap.key(path, name);
    if (object.has(name)) {
      var mark = key.getStartMark();
      problems.add(
          new Problem(
              mark.getLine() + 1,
              mark.getColumn() + 1,
              at,
              "key " + name + " appears twice",
              "keep one of them; the other is on line " + map.problem(at, "x", null).line()));
      return;
    }
    mark(at, key);
    object.set(name, convert(value, at, depth + 1));
  }

  private static Problem keyIsNoText(Node key, String path) {
    var mark = key.getStartMark();
    return new Problem(
        mark.getLine() + 1,
        mark.getColumn() + 1,
        path,
        "a key is no text",
        "put a template that starts with {{ in quotation marks");
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    String tag = scalar.getTag().getValue();
    if (tag.length() > 1 && tag.startsWith("!")) {
      return JSON.textNode(tag + " " + text); // such as !function: it is not ours to carry out
    }
    return scalar.getScalarStyle() == ScalarStyle.PLAIN ? plain(text) : JSON.textNode(text);
  }

  private static JsonNode plain(String text) {
    return switch (text) {
      case "", "~", "null" -> JSON.nullNode();
      case "true" -> JSON.booleanNode(true);
      case "false" -> JSON.booleanNode(false);
      default -> PlainNumber.of(text).orElseGet(() -> JSON.textNode(text));
    };
  }
}

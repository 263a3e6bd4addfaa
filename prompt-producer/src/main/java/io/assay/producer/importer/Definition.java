package io.assay.producer.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.document.SourceMap;
import io.assay.contracts.document.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A YAML mapping whose parts know their file and line, and which notes what is found in it. It may
/// be laid over another one.
final class Definition {

  /// @param prefix the path of the mapping in its file
  private record Origin(Path file, SourceMap map, String prefix) {}

  private final Path file;
  private final ObjectNode values;
  private final Map<String, Origin> origins;
  private final List<Finding> findings;

  private Definition(
      Path file, ObjectNode values, Map<String, Origin> origins, List<Finding> findings) {
    this.file = file;
    this.values = values;
    this.origins = origins;
    this.findings = findings;
  }

  /// Reads a file; what is wrong with its text is noted.
  ///
  /// @param findings gets what is found in it
  static Definition of(Path file, List<Finding> findings) {
    var read = SourceTree.of(text(file, findings));
    String name = String.valueOf(file.getFileName());
    read.problems()
        .forEach(each -> findings.add(new Finding(name, each.line(), each.message(), true)));
    var origins = new HashMap<String, Origin>();
    var values = JsonNodeFactory.instance.objectNode();
    if (read.root() instanceof ObjectNode object) {
      values = object;
    } else if (read.problems().isEmpty()) {
      values.set("", read.root());
    }
    var origin = new Origin(file, read.map(), "");
    values.fieldNames().forEachRemaining(key -> origins.put(key, origin));
    return new Definition(file, values, origins, findings);
  }

  static String text(Path file, List<Finding> findings) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      String name = String.valueOf(file.getFileName());
      findings.add(new Finding(name, 1, "cannot be read: " + e.getMessage(), true));
      return "{}";
    }
  }

  /// This over another: own keys go before the other's.
  Definition over(Definition base) {
    var merged = base.values.deepCopy();
    merged.setAll(values);
    var from = new HashMap<>(base.origins);
    from.putAll(origins);
    return new Definition(file, merged, from, findings);
  }

  /// A mapping inside this one, whose keys are keys of its own.
  Definition inner(String path, ObjectNode inner) {
    var from = new HashMap<String, Origin>();
    var outer = origins.get(top(path));
    if (outer != null) {
      var origin = new Origin(outer.file(), outer.map(), outer.prefix() + path + ".");
      inner.fieldNames().forEachRemaining(key -> from.put(key, origin));
    }
    return new Definition(file, inner.deepCopy(), from, findings);
  }

  Path file() {
    return file;
  }

  JsonNode get(String key) {
    return values.path(key);
  }

  boolean has(String key) {
    return values.hasNonNull(key);
  }

  String text(String key, String fallback) {
    return has(key) ? values.path(key).asText() : fallback;
  }

  List<String> keys() {
    var keys = new ArrayList<String>();
    values.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /// Notes what prevents an import.
  void refuse(String path, String message) {
    add(path, message, true);
  }

  /// Notes what a person should know.
  void note(String path, String message) {
    add(path, message, false);
  }

  private void add(String path, String message, boolean grave) {
    var origin = origins.get(top(path));
    if (origin == null) {
      findings.add(new Finding(String.valueOf(file.getFileName()), 1, message, grave));
      return;
    }
    int line = origin.map().problem(origin.prefix() + path, message, null).line();
    findings.add(new Finding(String.valueOf(origin.file().getFileName()), line, message, grave));
  }

  private static String top(String path) {
    return path.replaceAll("[.\\[].*$", "");
  }
}

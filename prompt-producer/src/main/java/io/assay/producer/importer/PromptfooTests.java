package io.assay.producer.importer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.wire.ContractJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The tests of a promptfoo configuration, from wherever they stand.
final class PromptfooTests {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> UNDERSTOOD =
      Set.of("description", "vars", "assert", "metadata", "options", "threshold");

  private final Definition config;
  private final List<Finding> findings;
  private final List<PromptfooTest> tests = new ArrayList<>();
  private int number;

  PromptfooTests(Definition config, List<Finding> findings) {
    this.config = config;
    this.findings = findings;
  }

  List<PromptfooTest> read() {
    var written = config.get("tests");
    if (written.isTextual()) {
      file(written.asText(), "tests");
    }
    for (int i = 0; i < (written.isArray() ? written.size() : 0); i++) {
      String path = "tests[" + i + "]";
      if (written.get(i).isTextual()) {
        file(written.get(i).asText(), path);
      } else {
        test(written.get(i), new Spot.InDefinition(config, path));
      }
    }
    return tests;
  }

  private void file(String address, String path) {
    String name = address.replaceFirst("^file://", "");
    var file = config.file().resolveSibling(name);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    switch (ending) {
      case "csv" -> new PromptfooCsv(file, findings).forEach(this::test);
      case "yaml", "yml", "json" -> list(file);
      case "jsonl" -> lines(file);
      default -> config.refuse(path, "tests in " + name + " are not supported");
    }
  }

  private void list(Path file) {
    var list = Definition.of(file, findings);
    var tests = list.get("");
    for (int i = 0; i < tests.size(); i++) {
      test(tests.get(i), new Spot.InDefinition(list, "[" + i + "]"));
    }
  }

  private void lines(Path file) {
    var lines = Definition.text(file, findings).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var spot = new Spot.OnLine(String.valueOf(file.getFileName()), i + 1, findings);
      if (!lines.get(i).isBlank()) {
        try {
          test(ContractJson.mapper().readTree(lines.get(i)), spot);
        } catch (JsonProcessingException e) {
          spot.refuse("", "is no JSON: " + e.getOriginalMessage());
        }
      }
    }
  }

  private void test(JsonNode test, Spot spot) {
    number++;
    test.fieldNames()
        .forEachRemaining(key -> {
          if (!UNDERSTOOD.contains(key)) {
            spot.refuse(key, key + " of a test is not supported");
          }
        });
    if (test.has("threshold")) {
      spot.note("threshold", "the threshold of a test has no equal here and is left out");
    }
    options(test.path("options"), spot);
    var fallback = config.get("defaultTest");
    var vars = JSON.objectNode();
    add(vars, fallback.path("vars"));
    add(vars, test.path("vars"));
    var metadata = JSON.objectNode();
    add(metadata, fallback.path("metadata"));
    add(metadata, test.path("metadata"));
    boolean whole = test.path("options").path("disableVarExpansion").asBoolean();
    var expanded = whole ? List.of(vars) : PromptfooVars.expanded(vars);
    for (int i = 0; i < expanded.size(); i++) {
      var values = expanded.get(i);
      var parts = parts(test, values, spot, i == 0);
      if (parts.isEmpty()) {
        spot.note("", "the test has no assertion that has an equal here, and is left out");
        return;
      }
      String id = "test-" + number + (expanded.size() == 1 ? "" : "-" + (i + 1));
      tests.add(new PromptfooTest(id, test.path("description").asText(), values, metadata, parts));
    }
  }

  private List<PromptfooTest.Part> parts(
      JsonNode test, ObjectNode vars, Spot spot, boolean reporting) {
    var assertions = new PromptfooAssertions(vars, reporting);
    if (!test.path("options").path("disableDefaultAsserts").asBoolean()) {
      assertions.addAll(
          config.get("defaultTest").path("assert"), new Spot.InDefinition(config, "defaultTest"));
    }
    assertions.addAll(test.path("assert"), spot);
    return assertions.parts();
  }

  private static void options(JsonNode options, Spot spot) {
    options
        .fieldNames()
        .forEachRemaining(key -> {
          if (!key.startsWith("disable") && !key.equals("runSerially")) {
            spot.refuse("options." + key, "option " + key + " of a test is not supported");
          }
        });
  }

  private static void add(ObjectNode all, JsonNode more) {
    if (more instanceof ObjectNode object) {
      all.setAll(object);
    }
  }
}

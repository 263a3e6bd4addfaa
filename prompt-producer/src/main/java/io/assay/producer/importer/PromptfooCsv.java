package io.assay.producer.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tests of promptfoo in a CSV file: a column for each variable, and columns that begin with two
/// underscores.
///
/// Source: https://www.promptfoo.dev/docs/configuration/test-cases/
final class PromptfooCsv {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern EXPECTED =
      Pattern.compile(
          "((?:not-)?[a-z][a-z0-9-]*)(?:\\(([0-9.]+)\\))?(?::\\s*(.*))?", Pattern.DOTALL);
  private static final Set<String> ALONE =
      Set.of(
          "is-json", "contains-json", "is-html", "is-sql", "is-xml", "is-refusal", "contains-html");
  private static final Set<String> TYPES =
      Set.of(
          "equals",
          "contains",
          "icontains",
          "contains-any",
          "contains-all",
          "icontains-any",
          "icontains-all",
          "starts-with",
          "regex",
          "levenshtein",
          "rouge-n",
          "bleu",
          "gleu",
          "meteor",
          "similar",
          "llm-rubric",
          "grade",
          "javascript",
          "python",
          "fn",
          "eval",
          "factuality",
          "model-graded-closedqa",
          "answer-relevance",
          "classifier",
          "cost",
          "latency",
          "perplexity",
          "word-count",
          "webhook",
          "moderation",
          "g-eval",
          "is-json",
          "contains-json",
          "is-sql",
          "is-xml",
          "is-html");

  private final Path file;
  private final List<Finding> findings;

  PromptfooCsv(Path file, List<Finding> findings) {
    this.file = file;
    this.findings = findings;
  }

  /// Gives each test and where it stands.
  void forEach(BiConsumer<JsonNode, Spot> tests) {
    String name = String.valueOf(file.getFileName());
    String text = Definition.text(file, findings).replaceFirst("^\uFEFF", "");
    List<String> header = List.of();
    try {
      for (CsvRecord row : CsvReader.builder().ofCsvRecord(text)) {
        var spot = new Spot.OnLine(name, (int) row.getStartingLineNumber(), findings);
        if (header.isEmpty()) {
          header = row.getFields().stream().map(String::strip).toList();
        } else if (row.getFieldCount() == header.size()) {
          tests.accept(test(header, row.getFields(), spot), spot);
        } else {
          spot.refuse("", "has " + row.getFieldCount() + " fields, expected " + header.size());
        }
      }
    } catch (CsvParseException e) {
      findings.add(new Finding(name, 1, "is no CSV: " + e.getMessage(), true));
    }
  }

  private static ObjectNode test(List<String> header, List<String> fields, Spot spot) {
    var test = JSON.objectNode();
    test.putObject("vars");
    for (int i = 0; i < header.size(); i++) {
      column(test, header.get(i), fields.get(i), spot);
    }
    return test;
  }

  private static void column(ObjectNode test, String name, String value, Spot spot) {
    if (!name.startsWith("__")) {
      test.withObject("/vars").put(name, value);
    } else if (value.isBlank()) {
      return;
    } else if (name.matches("__expected\\d*")) {
      test.withArray("/assert").add(assertion(value));
    } else if (name.equals("__description")) {
      test.put("description", value);
    } else if (name.startsWith("__metadata:")) {
      metadata(test.withObject("/metadata"), name.substring("__metadata:".length()), value);
    } else if (name.equals("__prefix") || name.equals("__suffix")) {
      spot.refuse("", "column " + name + " is not supported");
    } else {
      spot.note("", "column " + name + " has no equal here and is left out");
    }
  }

  private static void metadata(ObjectNode metadata, String key, String value) {
    if (key.endsWith("[]")) {
      var list = metadata.putArray(key.substring(0, key.length() - 2));
      items(value).forEach(list::add);
    } else {
      metadata.put(key, value);
    }
  }

  private static List<String> items(String value) {
    return Pattern.compile(",").splitAsStream(value).map(String::strip).toList();
  }

  private static ObjectNode assertion(String written) {
    Matcher matcher = EXPECTED.matcher(written.strip());
    boolean typed = matcher.matches() && isType(matcher);
    if (!typed) {
      return JSON.objectNode().put("type", "equals").put("value", written.strip());
    }
    var assertion = JSON.objectNode().put("type", matcher.group(1));
    String value = matcher.group(3);
    if (matcher.group(1).endsWith("-any") || matcher.group(1).endsWith("-all")) {
      items(value).forEach(assertion.withArray("/value")::add);
    } else if (value != null) {
      assertion.put("value", value);
    }
    if (matcher.group(2) != null) {
      assertion.put("threshold", Double.parseDouble(matcher.group(2)));
    }
    return assertion;
  }

  private static boolean isType(Matcher matcher) {
    String type = matcher.group(1).replaceFirst("^not-", "");
    return matcher.group(3) == null ? ALONE.contains(type) : TYPES.contains(type);
  }
}

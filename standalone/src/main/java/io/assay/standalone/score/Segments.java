package io.assay.standalone.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.wire.ContractJson;
import io.assay.standalone.client.AssayException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads references and outputs.
final class Segments {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Segments() {}

  /// Which fields of a JSON line are what.
  ///
  /// @param id the item's id; its line number if the field is absent
  /// @param input what the model was given; may be absent
  /// @param target what is expected
  /// @param systems fields with answers; each is a system
  record Fields(String id, String input, String target, List<String> systems) {}

  /// Files of lines: line n of each file belongs to item n.
  ///
  /// @param references files with what is expected; an item's references are its lines of all files
  /// @param hypotheses files with answers; each is a system, named by its path
  static List<Segment> ofLines(List<Path> references, List<Path> hypotheses) {
    var expected = references.stream().map(Segments::lines).toList();
    var given = hypotheses.stream().map(Segments::lines).toList();
    int count = given.getFirst().size();
    for (int i = 0; i < given.size(); i++) {
      requireLength(count, given.get(i).size(), hypotheses.get(i), hypotheses.getFirst());
    }
    for (int i = 0; i < expected.size(); i++) {
      requireLength(count, expected.get(i).size(), references.get(i), hypotheses.getFirst());
    }
    var segments = new ArrayList<Segment>(count);
    for (int n = 0; n < count; n++) {
      var answers = new LinkedHashMap<String, Answer>();
      for (int s = 0; s < given.size(); s++) {
        answers.put(hypotheses.get(s).toString(), new Answer.Text(given.get(s).get(n)));
      }
      ArrayNode targets = JSON.arrayNode();
      for (List<String> file : expected) {
        targets.add(file.get(n));
      }
      segments.add(
          new Segment(
              sample(String.valueOf(n + 1), JSON.textNode(""), targets, Map.of()),
              answers,
              "line " + (n + 1)));
    }
    return segments;
  }

  private static void requireLength(int expected, int found, Path file, Path other) {
    if (expected != found) {
      throw new AssayException(
          "%s has %d lines, but %s has %d: line n of each belongs to item n"
              .formatted(file, found, other, expected));
    }
  }

  private static List<String> lines(Path file) {
    try {
      String text = Files.readString(file);
      var lines = new ArrayList<>(List.of(text.split("\n", -1)));
      if (lines.getLast().isEmpty()) {
        lines.removeLast();
      }
      lines.replaceAll(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
      if (lines.isEmpty()) {
        throw new AssayException(file + " is empty: there is nothing to score");
      }
      return lines;
    } catch (MalformedInputException e) {
      throw NotUtf8.of(file, e);
    } catch (IOException e) {
      throw new AssayException("cannot read " + file + " (" + e + ")", e);
    }
  }

  /// A file of JSON lines.
  static List<Segment> ofJsonLines(Path file, Fields fields) {
    var segments = new ArrayList<Segment>();
    Set<String> ids = new HashSet<>();
    List<String> lines = lines(file);
    for (int n = 0; n < lines.size(); n++) {
      if (!lines.get(n).isBlank()) {
        String place = file + ", line " + (n + 1);
        Segment segment = segment(object(lines.get(n), place), fields, n + 1, place);
        if (!ids.add(segment.sample().id())) {
          throw new AssayException(
              place + ": the id " + segment.sample().id() + " occurred before");
        }
        segments.add(segment);
      }
    }
    return segments;
  }

  private static JsonNode object(String line, String place) {
    try {
      JsonNode node = ContractJson.mapper().readTree(line);
      if (!node.isObject()) {
        throw new AssayException(place + " is no JSON object");
      }
      return node;
    } catch (IOException e) {
      throw new AssayException(place + " is no JSON: " + e.getMessage(), e);
    }
  }

  private static Segment segment(JsonNode row, Fields fields, int number, String place) {
    var answers = new LinkedHashMap<String, Answer>();
    for (String system : fields.systems()) {
      JsonNode answer = row.path(system);
      if (!answer.isValueNode() || answer.isNull()) {
        throw new AssayException(
            place + " has no text in the field " + system + "; it has " + names(row));
      }
      answers.put(system, new Answer.Text(answer.asText()));
    }
    String id = row.path(fields.id()).asText();
    return new Segment(
        sample(
            id.isBlank() ? String.valueOf(number) : id,
            row.has(fields.input()) ? row.path(fields.input()) : JSON.textNode(""),
            row.path(fields.target()),
            metadata(row)),
        answers,
        place);
  }

  private static String names(JsonNode row) {
    return row.properties().stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
  }

  private static Map<String, JsonNode> metadata(JsonNode row) {
    return row.properties().stream()
        .filter(each -> !each.getValue().isNull())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Sample sample(
      String id, JsonNode input, JsonNode target, Map<String, JsonNode> metadata) {
    boolean none =
        target.isMissingNode() || target.isNull() || (target.isArray() && target.isEmpty());
    return new Sample(id, input, none ? null : target, null, metadata);
  }
}

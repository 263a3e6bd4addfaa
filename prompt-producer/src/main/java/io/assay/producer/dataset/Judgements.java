package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Relevance grades by query, from BEIR's file (query id, passage id, grade; with a header line or
/// without) or TREC's (query id, iteration, passage id, grade).
final class Judgements {

  private static final Pattern SEPARATOR = Pattern.compile("[\\t ]+");

  private final Path file;
  private final Map<String, ObjectNode> byQuery = new HashMap<>();

  Judgements(Path file) {
    this.file = file;
    try (var lines = new Utf8Lines(file)) {
      for (String text = lines.next(); text != null; text = lines.next()) {
        if (!text.isBlank()) {
          add(SEPARATOR.split(text.strip()), lines.line());
        }
      }
    } catch (CharacterCodingException e) {
      throw new DatasetException(file + " is not UTF-8 text: save the file as UTF-8", e);
    } catch (IOException e) {
      throw new DatasetException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private void add(String[] fields, long line) {
    if (fields.length < 3 || fields.length > 4) {
      throw bad(line, "has " + fields.length + " fields");
    }
    try {
      double grade = Double.parseDouble(fields[fields.length - 1]);
      byQuery
          .computeIfAbsent(fields[0], _ -> JsonNodeFactory.instance.objectNode())
          .put(BeirItems.PASSAGE + fields[fields.length - 2], grade);
    } catch (NumberFormatException e) {
      if (line > 1) {
        throw bad(line, "has the grade " + fields[fields.length - 1]);
      }
    }
  }

  private DatasetException bad(long line, String found) {
    return new DatasetException(
        file + ", line " + line + ", " + found + ", expected query id, passage id, grade");
  }

  Optional<ObjectNode> of(String query) {
    return Optional.ofNullable(byQuery.get(query));
  }
}

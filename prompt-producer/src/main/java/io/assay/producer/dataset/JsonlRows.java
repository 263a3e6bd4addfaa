package io.assay.producer.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One JSON object a line. Blank lines are passed over.
final class JsonlRows implements Rows {

  private final Path file;
  private final Utf8Lines lines;

  JsonlRows(Path file) {
    this.file = file;
    this.lines = new Utf8Lines(file);
  }

  @Override
  public @Nullable Row next() {
    try {
      for (String text = lines.next(); text != null; text = lines.next()) {
        if (!text.isBlank()) {
          return row(text);
        }
      }
      return null;
    } catch (CharacterCodingException e) {
      return new Row.Unreadable("is not UTF-8 text: save the file as UTF-8", lines.line());
    } catch (IOException e) {
      throw new DatasetException(
          file + ", line " + lines.line() + ", cannot be read: " + e.getMessage(), e);
    }
  }

  private Row row(String text) {
    try {
      JsonNode node = ContractJson.mapper().readTree(text);
      return node instanceof ObjectNode object
          ? new Row.Fields(object, lines.line())
          : new Row.Unreadable("is no JSON object", lines.line());
    } catch (JsonProcessingException e) {
      return new Row.Unreadable("is no JSON: " + e.getOriginalMessage(), lines.line());
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}

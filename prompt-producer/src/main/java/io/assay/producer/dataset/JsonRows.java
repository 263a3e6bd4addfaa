package io.assay.producer.dataset;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The objects of a JSON array, which is the whole file or stands under a key of the object that is
/// the whole file. Read as a stream.
final class JsonRows implements Rows {

  private final Path file;
  private final @Nullable String key;
  private final JsonParser parser;
  private final boolean inObject;
  private @Nullable String found;
  private boolean ended;

  private JsonRows(Path file, @Nullable String key) {
    this.file = file;
    this.key = key;
    try {
      this.parser = ContractJson.mapper().getFactory().createParser(RowFiles.buffered(file));
    } catch (IOException e) {
      throw new DatasetException(file + " cannot be opened: " + e.getMessage(), e);
    }
    try {
      var start = parser.nextToken();
      inObject = start == JsonToken.START_OBJECT;
      if (inObject) {
        seekArray();
      } else if (start != JsonToken.START_ARRAY || key != null) {
        throw new DatasetException(
            file
                + " is no JSON "
                + (key == null ? "array of objects" : "object with the key " + key));
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /// The rows of a file; of JSON lines too, which some files that end in `.json` hold.
  ///
  /// @param key the key of the array; the only array if null
  static Rows open(Path file, @Nullable String key) {
    return key == null && holdsLines(file) ? new JsonlRows(file) : new JsonRows(file, key);
  }

  private static boolean holdsLines(Path file) {
    try (var lines = new JsonlRows(file)) {
      boolean first = lines.next() instanceof Row.Fields;
      return first && lines.next() instanceof Row.Fields;
    }
  }

  private void seekArray() throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      var value = parser.nextToken();
      boolean wanted = key == null ? value == JsonToken.START_ARRAY : key.equals(name);
      if (wanted && value != JsonToken.START_ARRAY) {
        throw new DatasetException(
            file + ", line " + line() + ": " + name + " is no array of objects");
      }
      if (wanted) {
        found = name;
        return;
      }
      parser.skipChildren();
    }
    throw new DatasetException(
        file
            + " has no "
            + (key == null ? "array of objects" : "key " + key)
            + "; name its key in dataset.key");
  }

  @Override
  public @Nullable Row next() {
    try {
      if (ended) {
        return null;
      }
      var token = parser.nextToken();
      if (token == JsonToken.END_ARRAY) {
        ended = true;
        finish();
        return null;
      }
      if (token == null) {
        throw new DatasetException(file + ", line " + line() + ", ends within the array");
      }
      return row(token);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Row row(JsonToken token) throws IOException {
    long line = line();
    if (token != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return new Row.Unreadable("is no JSON object", line);
    }
    ObjectNode fields = ContractJson.mapper().readTree(parser);
    return new Row.Fields(fields, line);
  }

  private void finish() throws IOException {
    if (!inObject || key != null) {
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        throw new DatasetException(
            file
                + ", line "
                + line()
                + ": there are several arrays, "
                + found
                + " and "
                + name
                + "; name one in dataset.key");
      }
      parser.skipChildren();
    }
  }

  private long line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private DatasetException unreadable(IOException e) {
    if (e instanceof JsonProcessingException json) {
      var at = json.getLocation();
      return new DatasetException(
          file
              + (at == null ? "" : ", line " + at.getLineNr())
              + ": is no JSON: "
              + json.getOriginalMessage(),
          e);
    }
    return new DatasetException(file + " cannot be read: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new DatasetException(file + " cannot be closed: " + e.getMessage(), e);
    }
  }
}

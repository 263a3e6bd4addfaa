package io.assay.evaluator.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A JSON Lines file whose records are found by the value of one field. The index is built at the
/// first search and again when the file has changed.
final class RecordFile {

  private static final long CHECK_EVERY = Duration.ofSeconds(1).toNanos();

  private final Path path;
  private final FieldPath match;
  private volatile @Nullable Snapshot snapshot;

  /// @param stamp size and time of the file when it was read
  /// @param broken why there is no index
  private record Snapshot(
      String stamp, long checked, @Nullable RecordIndex index, @Nullable IOException broken) {

    static Snapshot read(Path path, FieldPath match, String stamp) {
      try {
        return new Snapshot(stamp, System.nanoTime(), RecordIndex.build(path, match), null);
      } catch (IOException e) {
        return new Snapshot(stamp, System.nanoTime(), null, e);
      }
    }

    Snapshot checkedNow() {
      return new Snapshot(stamp, System.nanoTime(), index, broken);
    }
  }

  RecordFile(Path path, FieldPath match) {
    this.path = path;
    this.match = match;
  }

  /// The field that is searched.
  FieldPath match() {
    return match;
  }

  /// The first record whose field has this value as its text.
  ///
  /// @throws IOException saying what is wrong with the file, with the line where one is
  Optional<JsonNode> find(String value) throws IOException {
    var now = current();
    if (now.index() == null) {
      throw new IOException(now.broken() == null ? "no index" : now.broken().getMessage());
    }
    return now.index().find(value);
  }

  private Snapshot current() throws IOException {
    var now = snapshot;
    if (now != null && System.nanoTime() - now.checked() < CHECK_EVERY) {
      return now;
    }
    return checked();
  }

  private synchronized Snapshot checked() throws IOException {
    var old = snapshot;
    if (old != null && System.nanoTime() - old.checked() < CHECK_EVERY) {
      return old;
    }
    var attributes = Files.readAttributes(path, BasicFileAttributes.class);
    String stamp = attributes.size() + " " + attributes.lastModifiedTime();
    var read =
        old != null && old.stamp().equals(stamp)
            ? old.checkedNow()
            : Snapshot.read(path, match, stamp);
    snapshot = read;
    return read;
  }

  /// A JSON value as it is compared and answered: a text as it is, all else as JSON.
  static String text(JsonNode value) {
    try {
      return value.isTextual()
          ? value.textValue()
          : ContractJson.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree cannot be written", e);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}

package io.assay.evaluator.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where the records of a mapped file begin, by a 64-bit hash of one field's text. 16 bytes a
/// record and no text in memory; what a hash finds is compared with the file.
final class RecordIndex {

  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
  private static final int FIRST_CAPACITY = 1 << 12;

  private final Path path;
  private final FieldPath match;
  private final MemorySegment file;
  private long[] hashes = new long[FIRST_CAPACITY];
  private long[] begins = new long[FIRST_CAPACITY]; // 0: free; else where the line begins, plus 1
  private int size;

  private RecordIndex(Path path, FieldPath match, MemorySegment file) {
    this.path = path;
    this.match = match;
    this.file = file;
  }

  /// Reads the whole file once, line by line. Records without the field are not found later.
  ///
  /// @throws IOException where the file cannot be read, or a line is no JSON object: with its
  ///   number
  static RecordIndex build(Path path, FieldPath match) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      // Mapped until nobody uses the index. (A channel would be closed by an interrupted reader.)
      var file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
      var index = new RecordIndex(path, match, file);
      index.read();
      return index;
    }
  }

  private void read() throws IOException {
    long begin = 0;
    for (long number = 1; begin < file.byteSize(); number++) {
      long end = lineEnd(begin);
      var line = line(begin, end);
      if (!isBlank(line)) {
        add(record(line, number), begin);
      }
      begin = end + 1;
    }
  }

  private JsonNode record(byte[] line, long number) throws IOException {
    try {
      var record = ContractJson.mapper().readTree(line);
      if (record.isObject()) {
        return record;
      }
      throw new IOException("line %d of %s is no JSON object".formatted(number, path));
    } catch (JsonProcessingException e) {
      throw new IOException(
          "line %d of %s is no JSON: %s".formatted(number, path, e.getOriginalMessage()), e);
    }
  }

  private void add(JsonNode record, long begin) {
    var value = match.in(record);
    if (value.isPresent()) {
      if (size * 2 >= hashes.length) {
        grow();
      }
      put(hash(RecordFile.text(value.get())), begin + 1);
      size++;
    }
  }

  private void put(long hash, long begin) {
    int slot = slot(hash);
    while (begins[slot] != 0) {
      slot = slot + 1 & hashes.length - 1;
    }
    hashes[slot] = hash;
    begins[slot] = begin;
  }

  /// Re-inserts in file order, so that the first of equal records stays the first.
  private void grow() {
    long[] oldHashes = hashes;
    long[] oldBegins = begins;
    hashes = new long[oldHashes.length * 2];
    begins = new long[oldHashes.length * 2];
    IntStream.range(0, oldBegins.length)
        .filter(slot -> oldBegins[slot] != 0)
        .boxed()
        .sorted(Comparator.comparingLong(slot -> oldBegins[slot]))
        .forEach(slot -> put(oldHashes[slot], oldBegins[slot]));
  }

  /// The first record whose field has this text.
  Optional<JsonNode> find(String text) throws IOException {
    long hash = hash(text);
    for (int slot = slot(hash); begins[slot] != 0; slot = slot + 1 & hashes.length - 1) {
      if (hashes[slot] == hash) {
        long begin = begins[slot] - 1;
        var record = ContractJson.mapper().readTree(line(begin, lineEnd(begin)));
        if (match.in(record).map(RecordFile::text).filter(text::equals).isPresent()) {
          return Optional.of(record);
        }
      }
    }
    return Optional.empty();
  }

  private static long hash(String text) {
    return Draw.mix(text, text.length());
  }

  private int slot(long hash) {
    return (int) (hash & hashes.length - 1);
  }

  private long lineEnd(long begin) {
    long at = begin;
    while (at < file.byteSize() && file.get(BYTE, at) != '\n') {
      at++;
    }
    return at;
  }

  private byte[] line(long begin, long end) {
    return file.asSlice(begin, end - begin).toArray(BYTE);
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b > ' ' || b < 0) {
        return false;
      }
    }
    return true;
  }
}

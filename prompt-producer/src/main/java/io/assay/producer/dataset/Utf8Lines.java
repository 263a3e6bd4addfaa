package io.assay.producer.dataset;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Lines of a UTF-8 file; unlike [java.io.BufferedReader] it can say which line is not UTF-8, and
/// go on behind it.
final class Utf8Lines implements Closeable {

  private static final int LONGEST = 64 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long line;

  Utf8Lines(Path file) {
    this.file = file;
    try {
      this.in = RowFiles.content(file);
    } catch (IOException e) {
      throw new DatasetException(file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /// The number of the line that was read last, from 1.
  long line() {
    return line;
  }

  /// The next line without its end; null at the end of the file.
  ///
  /// @throws CharacterCodingException where the line is not UTF-8
  @Nullable String next() throws IOException {
    var bytes = bytes();
    if (bytes == null) {
      return null;
    }
    line++;
    String text =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    if (line == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private @Nullable ByteArrayOutputStream bytes() throws IOException {
    var bytes = new ByteArrayOutputStream(256);
    while (true) {
      if (position == limit && !fill()) {
        return bytes.size() == 0 ? null : bytes;
      }
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      bytes.write(buffer, position, end - position);
      position = end;
      if (bytes.size() > LONGEST) {
        throw new DatasetException(
            file
                + ", line "
                + (line + 1)
                + ", is longer than 64 MiB: is it one JSON object a line?");
      }
      if (end < limit) {
        position++;
        return bytes;
      }
    }
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new DatasetException(file + " cannot be closed: " + e.getMessage(), e);
    }
  }
}

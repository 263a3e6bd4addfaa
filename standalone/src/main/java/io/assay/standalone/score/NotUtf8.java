package io.assay.standalone.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assay.standalone.client.AssayException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is said of a file that is no UTF-8 text: which line.
final class NotUtf8 {

  private NotUtf8() {}

  static AssayException of(Path file, CharacterCodingException cause) {
    try {
      return new AssayException(
          file
              + ", line "
              + line(Files.readAllBytes(file))
              + " is not UTF-8 text: save the file as UTF-8",
          cause);
    } catch (IOException e) {
      return new AssayException("cannot read " + file + " (" + e + ")", e);
    }
  }

  /// The first line that cannot be decoded, from 1.
  private static int line(byte[] bytes) {
    int line = 1;
    int begin = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n') {
        if (!decodes(ByteBuffer.wrap(bytes, begin, i - begin))) {
          return line;
        }
        line++;
        begin = i + 1;
      }
    }
    return line;
  }

  private static boolean decodes(ByteBuffer line) {
    try {
      UTF_8.newDecoder().decode(line);
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}

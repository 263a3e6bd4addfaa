package io.assay.blobs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// What bytes are, by their beginning. Names of files and what a server says are not asked.
public final class ContentType {

  private static final int LONGEST = 12;

  private ContentType() {}

  /// The type of bytes of a known kind of audio or image.
  ///
  /// @param start the first twelve bytes, or all if there are fewer
  public static Optional<String> of(byte[] start) {
    String text = new String(start, ISO_8859_1);
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of("image/png");
    }
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of("image/jpeg");
    }
    if (text.startsWith("GIF8")) {
      return Optional.of("image/gif");
    }
    if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
      return Optional.of("image/tiff");
    }
    if (text.startsWith("BM")) {
      return Optional.of("image/bmp");
    }
    return text.startsWith("RIFF") && text.length() >= LONGEST ? riff(text) : audio(text);
  }

  private static Optional<String> riff(String text) {
    return switch (text.substring(8, LONGEST)) {
      case "WEBP" -> Optional.of("image/webp");
      case "WAVE" -> Optional.of("audio/wav");
      default -> Optional.empty();
    };
  }

  private static Optional<String> audio(String text) {
    if (text.startsWith("fLaC")) {
      return Optional.of("audio/flac");
    }
    if (text.startsWith("OggS")) {
      return Optional.of("audio/ogg");
    }
    boolean frame = text.length() > 1 && text.charAt(0) == 0xFF && (text.charAt(1) & 0xE0) == 0xE0;
    return text.startsWith("ID3") || frame ? Optional.of("audio/mpeg") : Optional.empty();
  }

  /// The type of a stream's bytes, whose beginning can then be read again.
  public static Optional<String> of(BufferedInputStream content) throws IOException {
    content.mark(LONGEST);
    byte[] start = content.readNBytes(LONGEST);
    content.reset();
    return of(start);
  }

  /// A stream whose type can be asked for.
  public static BufferedInputStream buffered(InputStream content) {
    return new BufferedInputStream(content, 1 << 16);
  }
}

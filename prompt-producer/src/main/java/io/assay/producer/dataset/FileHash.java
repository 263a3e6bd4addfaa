package io.assay.producer.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// What a dataset's files hold, in 64 hexadecimal digits, as `sha256sum` prints them.
final class FileHash {

  private FileHash() {}

  /// The SHA-256 of a file's bytes; of several files, that of their hashes, each on a line.
  static String of(List<Path> files) {
    var hashes = files.stream().map(FileHash::of).toList();
    return hashes.size() == 1
        ? hashes.getFirst()
        : HexFormat.of()
            .formatHex(
                sha256()
                    .digest(
                        hashes.stream()
                            .map(hash -> hash + "\n")
                            .collect(Collectors.joining())
                            .getBytes(StandardCharsets.UTF_8)));
  }

  private static String of(Path file) {
    var digest = sha256();
    var buffer = new byte[1 << 16];
    try (var in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new DatasetException(file + " cannot be read: " + e.getMessage(), e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}

package io.assay.images.network;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The networks that somebody holds, by their content: one session each, however many metrics of
/// however many jobs use it.
final class OpenNetworks {

  private static final Map<String, WeakReference<Network>> OPEN = new HashMap<>();
  private static final Map<Version, String> FINGERPRINTS = new HashMap<>();

  /// A file as it was when it was read.
  private record Version(Path file, long size, FileTime changed) {}

  private OpenNetworks() {}

  /// One caller at a time: two that load the same file would need its memory twice.
  static synchronized Network get(Path file) {
    String fingerprint = fingerprint(file);
    Network known = known(fingerprint);
    if (known != null) {
      return known;
    }
    Network loaded = Network.load(file, fingerprint);
    OPEN.values().removeIf(each -> each.get() == null);
    OPEN.put(fingerprint, new WeakReference<>(loaded));
    return loaded;
  }

  private static @Nullable Network known(String fingerprint) {
    WeakReference<Network> reference = OPEN.get(fingerprint);
    return reference == null ? null : reference.get();
  }

  /// SHA-256 of a file, read again only where it has changed.
  ///
  /// @throws IllegalArgumentException where it cannot be read
  static synchronized String fingerprint(Path file) {
    try {
      var version = new Version(file, Files.size(file), Files.getLastModifiedTime(file));
      String known = FINGERPRINTS.get(version);
      if (known != null) {
        return known;
      }
      FINGERPRINTS.keySet().removeIf(each -> each.file().equals(file));
      String fingerprint = sha256(file);
      FINGERPRINTS.put(version, fingerprint);
      return fingerprint;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static String sha256(Path file) throws IOException {
    try (var in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      var buffer = new byte[1 << 16];
      while (in.read(buffer) >= 0) {} // the digest sees what is read
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

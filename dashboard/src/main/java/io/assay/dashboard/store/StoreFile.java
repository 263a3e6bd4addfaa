package io.assay.dashboard.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The file of the database, with the log that DuckDB keeps beside it.
///
/// @param path where it is
public record StoreFile(Path path) {

  /// Takes an absolute path.
  public StoreFile {
    path = path.toAbsolutePath().normalize();
  }

  void makeFolder() {
    try {
      Files.createDirectories(path.resolveSibling("."));
    } catch (IOException e) {
      throw new StoreException(
          "The folder of the dashboard's store " + path + " cannot be made: " + e.getMessage(), e);
    }
  }

  /// A file that somebody else uses is not damaged.
  void refuseIfInUse(Exception failure) {
    var message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("could not set lock") || message.contains("conflicting lock")) {
      throw new StoreException(
          "The dashboard's store "
              + path
              + " is used by another process. Stop that one, or set assay.dashboard.store to"
              + " another file.",
          failure);
    }
  }

  /// Deletes the file and its log.
  void delete() {
    try {
      Files.deleteIfExists(path);
      Files.deleteIfExists(path.resolveSibling(path.getFileName() + ".wal"));
    } catch (IOException e) {
      throw new UncheckedIOException("The dashboard's store " + path + " cannot be deleted", e);
    }
  }
}

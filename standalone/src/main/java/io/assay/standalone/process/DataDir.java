package io.assay.standalone.process;

import io.assay.standalone.client.AssayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder that holds all state of the single process.
///
/// ```
/// kafka/             the broker's log: the only thing, with the blobs, that cannot be rebuilt
/// blobs/             audio and images of jobs
/// dashboard.duckdb   the SQL view: delete it and it is rebuilt
/// logs/assay.log     what the services say
/// server.json        where the running process listens, while it runs
/// ```
///
/// @param root the folder itself
public record DataDir(Path root) {

  /// `~/.assay`, or what `ASSAY_DATA_DIR` says.
  public static Path byDefault() {
    String set = System.getenv("ASSAY_DATA_DIR");
    return set == null || set.isBlank()
        ? Path.of(System.getProperty("user.home"), ".assay")
        : Path.of(set);
  }

  /// The folder, made if it is not there.
  ///
  /// @throws AssayException where it cannot be written
  public static DataDir open(Path root) {
    Path absolute = root.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute.resolve("logs"));
    } catch (IOException e) {
      throw new AssayException(
          "cannot write to the data folder "
              + absolute
              + " ("
              + e
              + "). Choose another: --data-dir",
          e);
    }
    return new DataDir(absolute);
  }

  /// The broker's folder.
  public Path kafka() {
    return root.resolve("kafka");
  }

  /// The folder of audio and images.
  public Path blobs() {
    return root.resolve("blobs");
  }

  /// The dashboard's store.
  public Path store() {
    return root.resolve("dashboard.duckdb");
  }

  /// The services' log.
  public Path log() {
    return root.resolve("logs").resolve("assay.log");
  }

  Path serverFile() {
    return root.resolve("server.json");
  }
}

package io.assay.producer.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// The files of one job: local ones where they are, remote ones in a folder of the job's own.
public final class JobFiles implements Dataset.Files {

  private final Path folder;
  private final RemoteFiles remote;
  private final Hub hub;

  /// Touches no file yet.
  ///
  /// @param folder the job's folder; made when first needed
  /// @param remote fetches what is not local
  /// @param hub has datasets by their names
  public JobFiles(Path folder, RemoteFiles remote, Hub hub) {
    this.folder = folder;
    this.remote = remote;
    this.hub = hub;
  }

  @Override
  public Path local(String pathOrAddress) {
    return RemoteFiles.isRemote(pathOrAddress)
        ? remote.fetch(pathOrAddress, made())
        : Path.of(pathOrAddress);
  }

  @Override
  public Hub hub() {
    return hub;
  }

  @Override
  public Path scratch(String name) {
    return made().resolve(name);
  }

  private Path made() {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new DatasetException(folder + " cannot be made: " + e.getMessage(), e);
    }
  }

  /// Removes what was fetched or written for the job.
  public void delete() {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be removed", e);
    }
  }
}

package io.assay.producer.dataset;

import io.assay.blobs.JobBlobs;
import io.assay.producer.ProducerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// The files of one job: local ones where they are, remote ones in a folder of the job's own.
public final class JobFiles implements Dataset.Files {

  private final Path folder;
  private final RemoteFiles remote;
  private final Hub hub;
  private final JobBlobs blobs;
  private final ProducerConfig config;

  /// Touches no file yet.
  ///
  /// @param folder the job's folder; made when first needed
  /// @param remote fetches what is not local
  /// @param hub has datasets by their names
  /// @param blobs takes the job's media
  /// @param config says which media may be read
  public JobFiles(Path folder, RemoteFiles remote, Hub hub, JobBlobs blobs, ProducerConfig config) {
    this.folder = folder;
    this.remote = remote;
    this.hub = hub;
    this.blobs = blobs;
    this.config = config;
  }

  @Override
  public Path local(String pathOrAddress) {
    return RemoteFiles.isRemote(pathOrAddress)
        ? remote.fetch(pathOrAddress, made())
        : Path.of(pathOrAddress);
  }

  @Override
  public JobBlobs blobs() {
    return blobs;
  }

  @Override
  public List<Path> roots() {
    return config.datasetRoots();
  }

  @Override
  public Duration longestAudio() {
    return config.longestAudio();
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

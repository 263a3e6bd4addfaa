package io.assay.blobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

/// A folder, on this machine or shared by several: `<folder>/<job>/<first two digits>/<SHA-256>`.
public final class FolderBlobStore implements BlobStore {

  /// A job's id is a folder's name here, so it must be nothing but a name.
  private static final Pattern JOB_ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");

  private final Path folder;
  private final long mostBytes;

  /// @param folder made when something is put
  /// @param mostBytes of one blob
  public FolderBlobStore(Path folder, long mostBytes) {
    this.folder = folder.toAbsolutePath().normalize();
    this.mostBytes = mostBytes;
  }

  @Override
  public JobBlobs of(String jobId) {
    return new FolderJobBlobs(jobId, jobFolder(jobId), mostBytes);
  }

  @Override
  public void delete(String jobId) throws IOException {
    var job = jobFolder(jobId);
    if (!Files.isDirectory(job)) {
      return;
    }
    try (var inside = Files.walk(job)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (NoSuchFileException _) {
      // Another process removes the same job.
    }
  }

  private Path jobFolder(String jobId) {
    if (!JOB_ID.matcher(jobId).matches()) {
      throw new IllegalArgumentException(
          "job id " + jobId + " cannot name a folder: letters, digits, '.', '_' and '-' can");
    }
    return folder.resolve(jobId);
  }
}

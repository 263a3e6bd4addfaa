package io.assay.blobs;

import io.assay.contracts.event.Blob;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;

/// One job's folder. A blob is written beside its place and moved there when it is whole.
record FolderJobBlobs(String jobId, Path folder, long mostBytes) implements JobBlobs {

  private static final int BUFFER = 1 << 16;

  @Override
  public Blob put(String mediaType, InputStream content) throws IOException {
    Files.createDirectories(folder);
    Path written = Files.createTempFile(folder, "new-", ".part");
    try {
      var blob = copy(mediaType, content, written);
      Path place = place(blob);
      Files.createDirectories(place.getParent());
      Files.move(
          written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return blob;
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private Blob copy(String mediaType, InputStream content, Path to) throws IOException {
    MessageDigest digest = Sha256.digest();
    long size = 0;
    try (OutputStream out = Files.newOutputStream(to)) {
      var buffer = new byte[BUFFER];
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        size += n;
        if (size > mostBytes) {
          throw new BlobTooLargeException(mostBytes);
        }
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    }
    return new Blob(Sha256.hex(digest), mediaType, size);
  }

  @Override
  public InputStream open(Blob blob) throws IOException {
    try {
      return new CheckedStream(Files.newInputStream(place(blob)), blob);
    } catch (NoSuchFileException e) {
      throw missing(blob);
    }
  }

  @Override
  public Path file(Blob blob) throws IOException {
    if (!exists(blob)) {
      throw missing(blob);
    }
    return place(blob);
  }

  @Override
  public boolean exists(Blob blob) {
    return Files.isRegularFile(place(blob));
  }

  private NoSuchFileException missing(Blob blob) {
    return new NoSuchFileException(
        place(blob).toString(),
        null,
        "the blob store has no %s with SHA-256 %s of job %s: were the job's media deleted, or do the services have different folders (assay.blobs.dir)?"
            .formatted(blob.mediaType(), blob.sha256(), jobId));
  }

  private Path place(Blob blob) {
    return folder.resolve(blob.sha256().substring(0, 2)).resolve(blob.sha256());
  }
}

package io.assay.blobs;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/// The one store of a process.
final class BlobBeans {

  @Produces
  @Singleton
  BlobStore store(BlobsConfig config) {
    return config
        .dir()
        .filter(dir -> !dir.isBlank())
        .map(dir -> store(dir, config.maxBytes()))
        .orElseGet(NoBlobStore::new);
  }

  private static BlobStore store(String dir, long maxBytes) {
    if (dir.contains("://")) {
      throw new IllegalArgumentException(
          "assay.blobs.dir is %s, expected a folder: object stores are not supported; mount one as a folder that all services share"
              .formatted(dir));
    }
    if (maxBytes < 1) {
      throw new IllegalArgumentException(
          "assay.blobs.max-bytes is " + maxBytes + ", expected 1 or more");
    }
    return new FolderBlobStore(Path.of(dir), maxBytes);
  }
}

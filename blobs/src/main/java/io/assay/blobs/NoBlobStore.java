package io.assay.blobs;

import io.assay.contracts.event.Blob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// The store of a process that was given none: it has nothing and takes nothing. Pipelines of texts
/// alone need no more.
public final class NoBlobStore implements BlobStore, JobBlobs {

  private static final String REASON =
      "this service has no blob store, which audio and images need:"
          + " set assay.blobs.dir to a folder that all services share";

  @Override
  public JobBlobs of(String jobId) {
    return this;
  }

  @Override
  public void delete(String jobId) {
    // There is nothing.
  }

  @Override
  public Blob put(String mediaType, InputStream content) throws IOException {
    throw new IOException(REASON);
  }

  @Override
  public InputStream open(Blob blob) throws IOException {
    throw new IOException(REASON);
  }

  @Override
  public Path file(Blob blob) throws IOException {
    throw new IOException(REASON);
  }

  @Override
  public boolean exists(Blob blob) {
    return false;
  }
}

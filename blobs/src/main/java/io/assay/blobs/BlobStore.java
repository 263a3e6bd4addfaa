package io.assay.blobs;

import java.io.IOException;

/// Where the media of jobs lie. Every process of a pipeline must use the same one. Safe for use by
/// many threads and processes.
public interface BlobStore {

  /// The media of one job; nothing is made until something is put.
  JobBlobs of(String jobId);

  /// Removes all that a job has. Other jobs keep theirs, equal bytes or not.
  ///
  /// @throws IOException where something could not be removed; calling it again goes on
  void delete(String jobId) throws IOException;
}

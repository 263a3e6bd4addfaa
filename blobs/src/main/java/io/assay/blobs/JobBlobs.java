package io.assay.blobs;

import io.assay.contracts.event.Blob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// The media of one job, by content: equal bytes are stored once. Safe for use by many threads and
/// processes.
public interface JobBlobs {

  /// Stores bytes to their end, never all of them in memory. A reader sees all of them or nothing.
  ///
  /// @param mediaType what they are, see [Blob#mediaType]
  /// @param content read to its end; stays open
  /// @throws BlobTooLargeException where there are more bytes than the store takes
  Blob put(String mediaType, InputStream content) throws IOException;

  /// The bytes. Reading to their end checks them: it throws an `IOException` where they are not
  /// those that were put.
  ///
  /// @throws java.nio.file.NoSuchFileException where the job has no such blob; the message says so
  InputStream open(Blob blob) throws IOException;

  /// A file with the bytes, for programs that read files; nobody may change it. It is there as long
  /// as the job's media are.
  ///
  /// @throws java.nio.file.NoSuchFileException where the job has no such blob; the message says so
  Path file(Blob blob) throws IOException;

  /// Whether the job has these bytes.
  boolean exists(Blob blob) throws IOException;
}

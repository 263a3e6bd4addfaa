package io.assay.tasks.metric;

import io.assay.contracts.event.Blob;
import java.io.IOException;
import java.io.InputStream;

/// The audio and images of one job.
@FunctionalInterface
public interface Media {

  /// The bytes of a blob; the caller closes the stream.
  ///
  /// @throws IOException where they are not there or cannot be read
  InputStream open(Blob blob) throws IOException;
}

package io.assay.blobs;

import java.io.IOException;

/// More bytes than a blob store takes.
public final class BlobTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  BlobTooLargeException(long most) {
    super(
        "more than the %d bytes that assay.blobs.max-bytes allows of one recording or image"
            .formatted(most));
  }
}

package io.assay.blobs;

import io.assay.contracts.event.Blob;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// Bytes that are compared with their blob's hash when their end is reached.
final class CheckedStream extends FilterInputStream {

  private final Blob blob;
  private final MessageDigest digest = Sha256.digest();
  private boolean checked;

  CheckedStream(InputStream in, Blob blob) {
    super(in);
    this.blob = blob;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n > 0) {
      digest.update(buffer, offset, n);
    } else if (n < 0) {
      check();
    }
    return n;
  }

  /// Skipping reads, or the hash would not be that of all bytes.
  @Override
  public long skip(long count) throws IOException {
    var buffer = new byte[Math.clamp(count, 0, 1 << 13)];
    return Math.max(0, read(buffer, 0, buffer.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void check() throws IOException {
    if (checked) {
      return;
    }
    checked = true;
    String found = Sha256.hex(digest);
    if (!found.equals(blob.sha256())) {
      throw new IOException(
          "the blob store's %s has changed: its SHA-256 is %s, expected %s"
              .formatted(blob.mediaType(), found, blob.sha256()));
    }
  }
}

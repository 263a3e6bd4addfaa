package io.assay.dashboard.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Keys as numbers: what a database compares a hundred times faster than text.
///
/// @param high the first 64 bits of the key's MD5
/// @param low the other 64
record Hashes(long high, long low) {

  static Hashes of(String key) {
    try {
      var digest = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(key.getBytes(UTF_8)));
      return new Hashes(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  /// A job as the tables name it.
  static long job(String jobId) {
    return of(jobId).high();
  }
}

package io.assay.contracts.event;

import io.assay.contracts.spec.Require;
import java.util.regex.Pattern;

/// A reference to audio, an image or other bytes of a job, which lie in the blob store: they never
/// travel in a message.
///
/// @param sha256 SHA-256 of the bytes, in lower-case hexadecimal digits
/// @param mediaType what the bytes are: `audio/wav`, `image/png`, …, without parameters
/// @param size number of bytes
public record Blob(String sha256, String mediaType, long size) {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]{1,64}/[a-z0-9.+-]{1,64}");

  public Blob {
    Require.present(sha256, "sha256 of a blob");
    Require.present(mediaType, "mediaType of a blob");
    if (!HASH.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "sha256 of a blob is " + sha256 + ", expected 64 lower-case hexadecimal digits");
    }
    if (!MEDIA_TYPE.matcher(mediaType).matches()) {
      throw new IllegalArgumentException(
          "mediaType of a blob is " + mediaType + ", expected a lower-case type/subtype");
    }
    Require.atLeast(0, size, "size of a blob");
  }
}

package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.blobs.JobBlobs;
import io.assay.contracts.event.Blob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;

/// A job's images and recordings as requests hold them and answers bring them.
record Media(JobBlobs blobs) {

  /// A part of a chat's message: an image by a data address, a recording by its bytes.
  ///
  /// @throws IOException where the job has no such blob, or it is neither image nor recording
  void put(Blob blob, ObjectNode part) throws IOException {
    String kind = blob.mediaType().substring(0, blob.mediaType().indexOf('/'));
    switch (kind) {
      case "image" ->
          part.put("type", "image_url")
              .putObject("image_url")
              .put("url", "data:" + blob.mediaType() + ";base64," + base64(blob));
      case "audio" ->
          part.put("type", "input_audio")
              .putObject("input_audio")
              .put("data", base64(blob))
              .put("format", format(blob));
      default -> throw new IOException("a chat takes no " + blob.mediaType());
    }
  }

  private String base64(Blob blob) throws IOException {
    try (var bytes = blobs.open(blob)) {
      return Base64.getEncoder().encodeToString(bytes.readAllBytes());
    }
  }

  /// What the last part of a file's name would be.
  static String format(Blob blob) {
    String type = blob.mediaType().substring(blob.mediaType().indexOf('/') + 1);
    return switch (type) {
      case "mpeg" -> "mp3";
      case "x-wav", "wave", "vnd.wave" -> "wav";
      case "x-flac" -> "flac";
      case "jpeg" -> "jpg";
      default -> type;
    };
  }

  /// Stores an image that a model made.
  ///
  /// @throws IOException where it is none that is known
  Blob image(byte[] bytes) throws IOException {
    return blobs.put(type(bytes), new ByteArrayInputStream(bytes));
  }

  private static String type(byte[] bytes) throws IOException {
    if (begins(bytes, 0, 0x89, 'P', 'N', 'G')) {
      return "image/png";
    }
    if (begins(bytes, 0, 0xff, 0xd8, 0xff)) {
      return "image/jpeg";
    }
    if (begins(bytes, 0, 'R', 'I', 'F', 'F') && begins(bytes, 8, 'W', 'E', 'B', 'P')) {
      return "image/webp";
    }
    throw new IOException("bytes that are no PNG, JPEG or WebP image");
  }

  private static boolean begins(byte[] bytes, int from, int... wanted) {
    if (bytes.length < from + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[from + i] & 0xff) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}

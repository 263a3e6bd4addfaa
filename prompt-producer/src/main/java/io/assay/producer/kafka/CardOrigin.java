package io.assay.producer.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/// Who wrote a card of the catalogue: what comes with Assay may be replaced by a newer release,
/// what a person wrote may not.
public final class CardOrigin {

  /// The record header.
  public static final String HEADER = "assay-card-origin";

  /// Came with Assay, or from the operator's catalogue folder.
  public static final String FILE = "file";

  /// Written through the API.
  public static final String PERSON = "person";

  private CardOrigin() {}

  static byte[] bytes(String origin) {
    return origin.getBytes(StandardCharsets.US_ASCII);
  }

  /// Whether a record's card came from a file.
  public static boolean isFile(Headers headers) {
    var header = headers.lastHeader(HEADER);
    return header != null && FILE.equals(new String(header.value(), StandardCharsets.US_ASCII));
  }
}

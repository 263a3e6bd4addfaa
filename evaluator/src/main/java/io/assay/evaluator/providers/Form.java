package io.assay.evaluator.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// A form with files (`multipart/form-data`, [RFC 7578](https://www.rfc-editor.org/rfc/rfc7578)),
/// whose files are read while they are sent.
final class Form {

  private final String boundary =
      "assay-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  private final List<BodyPublisher> parts = new ArrayList<>();

  /// A field; nothing where there is no value.
  Form field(String name, @Nullable Object value) {
    if (value != null) {
      parts.add(
          text(
              "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                  .formatted(boundary, name, value)));
    }
    return this;
  }

  /// A file of the job.
  ///
  /// @param shown the name that the server sees: many tell the format by its end
  Form file(String name, String shown, String mediaType, Path file) throws FileNotFoundException {
    head(name, shown, mediaType);
    parts.add(BodyPublishers.ofFile(file));
    parts.add(text("\r\n"));
    return this;
  }

  /// A file that is in memory.
  Form bytes(String name, String shown, String mediaType, byte[] bytes) {
    head(name, shown, mediaType);
    parts.add(BodyPublishers.ofByteArray(bytes));
    parts.add(text("\r\n"));
    return this;
  }

  private void head(String name, String shown, String mediaType) {
    parts.add(
        text(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, name, shown, mediaType)));
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofByteArray(text.getBytes(UTF_8));
  }

  /// What is sent to a path.
  Access.Body to(String path) {
    var all = new ArrayList<>(parts);
    all.add(text("--" + boundary + "--\r\n"));
    return new Access.Body(
        path,
        "multipart/form-data; boundary=" + boundary,
        BodyPublishers.concat(all.toArray(BodyPublisher[]::new)),
        new byte[0]);
  }
}

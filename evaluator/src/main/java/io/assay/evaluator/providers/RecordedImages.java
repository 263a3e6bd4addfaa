package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.blobs.ContentType;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.evaluator.provider.CallContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Images that were made elsewhere, as files of one folder and those inside it.
///
/// @param folder where paths start, and which they must not leave
record RecordedImages(Path folder) {

  private static final List<String> ENDINGS =
      List.of(".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".gif");

  /// Stores the image that a record names: a path, or a list with one for each repeat. In place of
  /// a path there may be an object with the path as `image`, and as `objects` what a detector found
  /// ([JsonObjects]).
  ///
  /// @throws IllegalArgumentException where there is no such file; the message says which
  /// @throws IOException where it cannot be read or stored
  Answer named(JsonNode value, CallContext call) throws IOException {
    int epoch = call.prompt().key().epoch();
    JsonNode entry = value.isArray() ? value.path(epoch - 1) : value;
    JsonNode path = entry.isObject() ? entry.path("image") : entry;
    if (!path.isTextual()) {
      throw new IllegalArgumentException(
          "the recorded image is %s, expected the path of a file%s"
              .formatted(value, value.isArray() ? " for repeat " + epoch : ""));
    }
    Blob image = stored(inside(path.textValue()), call);
    return new Answer.Images(List.of(image), JsonObjects.read(entry.path("objects")));
  }

  /// Stores the image whose file has the sample's id as its name, with the repeat's number after a
  /// hyphen where there are several.
  ///
  /// @throws IllegalArgumentException where there is none
  /// @throws IOException where it cannot be read or stored
  Answer ofSample(CallContext call) throws IOException {
    var key = call.prompt().key();
    for (String name : List.of(key.sampleId() + "-" + key.epoch(), key.sampleId())) {
      Optional<Path> file = withEnding(name);
      if (file.isPresent()) {
        return new Answer.Images(List.of(stored(file.get(), call)));
      }
    }
    throw new IllegalArgumentException(
        "there is no image of sample %s in %s: expected a file with its id as the name, such as %s"
            .formatted(key.sampleId(), folder, key.sampleId() + ".png"));
  }

  private Optional<Path> withEnding(String name) {
    return ENDINGS.stream()
        .map(each -> inside(name + each))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private Path inside(String path) {
    try {
      Path file = folder.resolve(path).normalize();
      if (file.startsWith(folder)) {
        return file;
      }
      throw new IllegalArgumentException(
          "the recorded image " + path + " lies outside the folder of the records, " + folder);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(path + " is no path: " + e.getReason(), e);
    }
  }

  private Blob stored(Path file, CallContext call) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + file);
    }
    if (!file.toRealPath().startsWith(folder.toRealPath())) {
      throw new IllegalArgumentException(file + " leads outside the folder of the records");
    }
    try (var content = ContentType.buffered(Files.newInputStream(file))) {
      String type = ContentType.of(content).orElse("application/octet-stream");
      return call.blobs().put(type, content);
    } catch (FileNotFoundException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    }
  }
}

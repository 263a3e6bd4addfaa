package io.assay.producer.media;

import io.assay.blobs.BlobTooLargeException;
import io.assay.contracts.event.Medium;
import io.assay.images.picture.PictureInfo;
import io.assay.producer.dataset.Dataset;
import io.assay.producer.dataset.DatasetException;
import io.assay.producer.dataset.RemoteFiles;
import io.assay.tasks.type.MediaParts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Finds the files that a dataset names, within the folders that documents may read.
final class MediaFiles {

  private final @Nullable String manifest;
  private final Dataset.Files files;

  MediaFiles(@Nullable String manifest, Dataset.Files files) {
    this.manifest = manifest;
    this.files = files;
  }

  /// What a file is, without its bytes.
  record Description(
      Path file,
      String mediaType,
      @Nullable Double seconds,
      @Nullable Integer width,
      @Nullable Integer height) {}

  /// Finds a file and reads its beginning.
  ///
  /// @throws IllegalArgumentException where it is not there, may not be read, or is no such medium
  Description describe(String path, MediaParts.Kind kind) {
    Path file = located(path);
    return switch (kind) {
      case AUDIO -> recording(file);
      case IMAGE -> {
        var picture = PictureInfo.of(file);
        yield new Description(file, picture.mediaType(), null, picture.width(), picture.height());
      }
    };
  }

  private Description recording(Path file) {
    var recording = Recording.of(file);
    double most = files.longestAudio().toSeconds();
    if (recording.seconds() > most) {
      throw new IllegalArgumentException(
          "the recording is %.0f s long, at most %.0f s are taken (assay.producer.longest-audio)"
              .formatted(recording.seconds(), most));
    }
    return new Description(file, recording.mediaType(), recording.seconds(), null, null);
  }

  /// Puts a file into the job's blob store.
  ///
  /// @throws DatasetException where it cannot be read or stored
  Medium store(String path, MediaParts.Kind kind) {
    try {
      var found = describe(path, kind);
      try (InputStream in = Files.newInputStream(found.file())) {
        var blob = files.blobs().put(found.mediaType(), in);
        return new Medium(path, blob, found.seconds(), found.width(), found.height());
      }
    } catch (BlobTooLargeException | IllegalArgumentException e) {
      throw new DatasetException(path + ": " + e.getMessage());
    } catch (IOException e) {
      throw new DatasetException(path + " cannot be put into the blob store: " + e.getMessage());
    }
  }

  private Path located(String path) {
    try {
      Path file = folder(path).resolve(path).normalize();
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException("there is no file " + file);
      }
      Path real = file.toRealPath();
      if (files.roots().stream().noneMatch(root -> real.startsWith(real(root)))) {
        throw new IllegalArgumentException(
            "file %s is outside the allowed folders %s (assay.producer.dataset-roots)"
                .formatted(file, files.roots()));
      }
      return real;
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("this is no path: " + e.getReason(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("the file cannot be read: " + e.getMessage(), e);
    }
  }

  private Path folder(String path) {
    if (RemoteFiles.isRemote(path)) {
      throw new IllegalArgumentException("media are files of this machine, not addresses");
    }
    if (Path.of(path).isAbsolute()) {
      return Path.of("/");
    }
    if (manifest == null || RemoteFiles.isRemote(manifest)) {
      throw new IllegalArgumentException(
          "a relative path starts from the folder of the dataset's file, but this dataset has none");
    }
    Path parent = files.local(manifest).toAbsolutePath().getParent();
    return parent == null ? Path.of("/") : parent;
  }

  private static Path real(Path root) {
    try {
      return root.toRealPath();
    } catch (IOException _) { // a root that is not there allows nothing
      return root.toAbsolutePath().normalize();
    }
  }
}

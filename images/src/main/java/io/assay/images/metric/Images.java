package io.assay.images.metric;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Medium;
import io.assay.contracts.event.Sample;
import io.assay.images.picture.Picture;
import io.assay.images.picture.PictureInfo;
import io.assay.images.picture.PictureReader;
import io.assay.images.picture.PixelBudget;
import io.assay.tasks.metric.Media;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens the images that samples and answers refer to.
final class Images {

  private static final int LARGEST_FILE = 64 << 20;
  private static final int KEPT = 16;

  /// A sample's images are asked for by one metric after the other.
  private static final Map<String, SoftReference<Picture>> RECENT =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, SoftReference<Picture>> eldest) {
              return size() > KEPT;
            }
          });

  private Images() {}

  /// The first image that a model made; empty where it made none.
  static Optional<Blob> made(Answer answer) {
    return answer instanceof Answer.Images(List<Blob> images, _)
        ? Optional.of(images.getFirst())
        : Optional.empty();
  }

  /// The image that a sample expects; empty where its target is none.
  static Optional<Blob> expected(Sample sample) {
    return Medium.of(sample.target()).map(Medium::blob);
  }

  /// The mask of a sample; empty where it has none.
  static Optional<Blob> mask(Sample sample) {
    return Medium.of(sample.metadata().get("mask")).map(Medium::blob);
  }

  /// The content of a file.
  ///
  /// @throws IllegalArgumentException where it is too large
  /// @throws UncheckedIOException where it cannot be had, for which no model is to blame
  static byte[] bytes(Media media, Blob blob, String what) {
    try (InputStream in = media.open(blob)) {
      byte[] content = in.readNBytes(LARGEST_FILE + 1);
      if (content.length > LARGEST_FILE) {
        throw new IllegalArgumentException(
            "%s has more than %d bytes".formatted(what, LARGEST_FILE));
      }
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(what + " cannot be read: " + e.getMessage(), e);
    }
  }

  /// The samples of an image.
  ///
  /// @param what it is, for messages
  /// @throws IllegalArgumentException where it is no image, damaged or too large
  /// @throws UncheckedIOException where it cannot be had, for which no model is to blame
  static Picture open(Media media, Blob blob, String what) {
    Picture known = recent(blob);
    if (known != null) {
      return known;
    }
    byte[] content = bytes(media, blob, what);
    try {
      PictureInfo info = PictureInfo.of(content);
      try (var _ = PixelBudget.of((long) info.width() * info.height())) {
        Picture picture = PictureReader.read(content);
        RECENT.put(blob.sha256(), new SoftReference<>(picture));
        return picture;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable Picture recent(Blob blob) {
    SoftReference<Picture> reference = RECENT.get(blob.sha256());
    return reference == null ? null : reference.get();
  }
}

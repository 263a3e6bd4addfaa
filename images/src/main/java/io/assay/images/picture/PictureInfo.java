package io.assay.images.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// What the beginning of a picture's file says, without its pixels. The content decides what it is,
/// not the file's name.
///
/// @param mediaType `image/png`, …
/// @param width columns, 1 or more
/// @param height rows, 1 or more
public record PictureInfo(String mediaType, int width, int height) {

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "png", "image/png",
          "jpeg", "image/jpeg",
          "jpeg-lossless", "image/jpeg",
          "webp", "image/webp",
          "tiff", "image/tiff",
          "bigtiff", "image/tiff",
          "bmp", "image/bmp",
          "gif", "image/gif",
          "wbmp", "image/vnd.wap.wbmp");

  /// Reads a file's beginning.
  ///
  /// @throws IllegalArgumentException where it is no picture of a known kind, is damaged, or has no
  ///   pixels or too many
  public static PictureInfo of(Path file) {
    try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
      if (input == null) {
        throw new IllegalArgumentException("the file cannot be read");
      }
      return of(input);
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the picture is damaged: " + e.getMessage(), e);
    }
  }

  /// Reads the content of a file.
  ///
  /// @throws IllegalArgumentException as for a file
  public static PictureInfo of(byte[] content) {
    try (ImageInputStream input =
        ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      return of(input);
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the picture is damaged: " + e.getMessage(), e);
    }
  }

  /// Readers of one kind are many: that which knows the file comes first.
  private static PictureInfo of(ImageInputStream input) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
    if (!readers.hasNext()) {
      throw new IllegalArgumentException("no picture of a known kind");
    }
    ImageReader reader = readers.next();
    try {
      reader.setInput(input, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      PictureReader.requirePixels(width, height);
      return new PictureInfo(mediaType(reader.getFormatName()), width, height);
    } finally {
      reader.dispose();
    }
  }

  private static String mediaType(String format) {
    String name = format.toLowerCase(Locale.ROOT);
    return MEDIA_TYPES.getOrDefault(name, "image/x-" + name.replaceAll("[^a-z0-9.+-]", "-"));
  }
}

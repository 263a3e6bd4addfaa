package io.assay.images.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Reads files of pictures: PNG, JPEG, WebP, TIFF, BMP, GIF and whatever else is on the class path.
/// Colours are as they are written: neither gamma nor colour profiles are applied to PNG.
public final class PictureReader {

  /// The most pixels of a picture that is read: more would be a bomb, or need more memory than a
  /// service has.
  public static final int MOST_PIXELS = 100_000_000;

  private static final Pattern DAMAGE =
      Pattern.compile("trunc|premature|corrupt|missing|unexpected end", Pattern.CASE_INSENSITIVE);

  private PictureReader() {}

  /// Reads a file.
  ///
  /// @throws IllegalArgumentException where it cannot be read, is no picture, is damaged or has too
  ///   many pixels
  public static Picture read(Path file) {
    return read(bytes(file));
  }

  /// Reads the content of a file.
  ///
  /// @throws IllegalArgumentException where it is no picture, is damaged or has too many pixels
  public static Picture read(byte[] file) {
    return Samples.picture(image(file));
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the picture " + file.getFileName(), e);
    }
  }

  static BufferedImage image(byte[] file) {
    if (PngHeader.isPng(file)) {
      PngHeader header = PngHeader.read(file);
      requirePixels(header.width(), header.height());
    }
    try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw new IllegalArgumentException("no picture of a known kind");
      }
      return decode(readers.next(), input);
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the picture is damaged: " + e.getMessage(), e);
    }
  }

  private static BufferedImage decode(ImageReader reader, ImageInputStream input)
      throws IOException {
    List<String> warnings = new ArrayList<>();
    try {
      reader.setInput(input, true, true);
      requirePixels(reader.getWidth(0), reader.getHeight(0));
      reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
      BufferedImage image = reader.read(0);
      requireUndamaged(warnings);
      return image;
    } finally {
      reader.dispose();
    }
  }

  /// Readers of JPEG fill up what is missing with grey and only warn of it.
  private static void requireUndamaged(List<String> warnings) {
    for (String warning : warnings) {
      if (DAMAGE.matcher(warning).find()) {
        throw new IllegalArgumentException("the picture is damaged: " + warning);
      }
    }
  }

  static void requirePixels(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "the picture says it has %d x %d pixels".formatted(width, height));
    }
    if ((long) width * height > MOST_PIXELS) {
      throw new IllegalArgumentException(
          "the picture says it has %d x %d pixels, at most %d are read"
              .formatted(width, height, MOST_PIXELS));
    }
  }
}

package io.assay.images.picture;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/// What the first chunk of a PNG file says.
///
/// @param width columns
/// @param height rows
/// @param bitDepth bits of a sample: 1, 2, 4, 8 or 16
/// @param colourType 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
/// @param interlaced whether the rows come in the seven passes of Adam7
public record PngHeader(int width, int height, int bitDepth, int colourType, boolean interlaced) {

  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int IHDR = 0x49484452;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;

  static boolean isPng(byte[] file) {
    return file.length >= 8 && ByteBuffer.wrap(file).getLong() == SIGNATURE;
  }

  /// Reads it and checks every chunk up to the end of the pixels.
  ///
  /// @throws IllegalArgumentException where this is no PNG file, or a broken one
  public static PngHeader read(byte[] file) {
    require(isPng(file), "no PNG file");
    ByteBuffer bytes = ByteBuffer.wrap(file).position(8);
    ByteBuffer first = chunk(bytes);
    require(first.getInt(0) == IHDR && first.limit() == 17, "the PNG file has no header");
    var header =
        new PngHeader(
            first.getInt(4), first.getInt(8), first.get(12), first.get(13), first.get(16) == 1);
    require(header.width > 0 && header.height > 0, "the PNG file says it has no pixels");
    requirePixels(bytes);
    return header;
  }

  /// Chunks after the pixels may be missing, as other readers have it.
  private static void requirePixels(ByteBuffer bytes) {
    boolean pixels = false;
    while (!pixels || bytes.remaining() >= 12) {
      int type = chunk(bytes).getInt(0);
      pixels |= type == IDAT;
      if (type == IEND) {
        break;
      }
    }
    require(pixels, "the PNG file has no pixels");
  }

  /// The next chunk's type and data.
  private static ByteBuffer chunk(ByteBuffer bytes) {
    require(bytes.remaining() >= 12, "the PNG file is cut off");
    long length = Integer.toUnsignedLong(bytes.getInt());
    require(length <= bytes.remaining() - 8, "the PNG file is cut off");
    ByteBuffer chunk = bytes.slice(bytes.position(), (int) length + 4);
    bytes.position(bytes.position() + (int) length + 4);
    var sum = new CRC32();
    sum.update(chunk.duplicate());
    require((int) sum.getValue() == bytes.getInt(), "the PNG file is damaged: a checksum is wrong");
    return chunk;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}

package io.assay.images.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Takes the samples out of a decoded image.
final class Samples {

  private Samples() {}

  /// The picture, at 8 bits, or at 16 if it has more than 8.
  static Picture picture(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    if (image.getColorModel() instanceof IndexColorModel palette) {
      return new Picture(width, height, 8, coloured(image.getRaster(), palette));
    }
    requireWholeNumbers(image);
    int bands = Math.min(4, image.getRaster().getNumBands());
    ColorModel colours = image.getColorModel();
    int bits =
        IntStream.range(0, bands).map(colours::getComponentSize).max().orElse(8) > 8 ? 16 : 8;
    List<int[]> channels = new ArrayList<>();
    for (int band = 0; band < bands; band++) {
      channels.add(stretched(raw(image.getRaster(), band), colours.getComponentSize(band), bits));
    }
    return new Picture(width, height, bits, channels);
  }

  private static void requireWholeNumbers(BufferedImage image) {
    int type = image.getRaster().getDataBuffer().getDataType();
    if (type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE) {
      throw new IllegalArgumentException("samples of the picture are no whole numbers");
    }
  }

  /// The samples of a band as the file has them.
  static int[] raw(Raster raster, int band) {
    return raster.getSamples(
        raster.getMinX(),
        raster.getMinY(),
        raster.getWidth(),
        raster.getHeight(),
        band,
        (int[]) null);
  }

  /// Spreads samples of fewer bits over the whole range.
  private static int[] stretched(int[] samples, int bits, int wanted) {
    if (bits == wanted) {
      return samples;
    }
    long from = (1L << bits) - 1;
    long to = (1L << wanted) - 1;
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (int) (((samples[i] & from) * to + from / 2) / from);
    }
    return samples;
  }

  private static List<int[]> coloured(Raster raster, IndexColorModel palette) {
    int[] places = raw(raster, 0);
    List<int[]> channels = new ArrayList<>();
    for (int shift : palette.hasAlpha() ? new int[] {16, 8, 0, 24} : new int[] {16, 8, 0}) {
      int[] channel = new int[places.length];
      for (int i = 0; i < places.length; i++) {
        channel[i] = palette.getRGB(places[i]) >>> shift & 0xFF;
      }
      channels.add(channel);
    }
    return channels;
  }
}

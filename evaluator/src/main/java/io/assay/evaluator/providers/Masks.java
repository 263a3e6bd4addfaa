package io.assay.evaluator.providers;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;

/// Masks: ours are white where an image is changed, OpenAI's are transparent there.
final class Masks {

  private static final int HALF = 128;

  private Masks() {}

  /// A mask as OpenAI wants it.
  ///
  /// @throws IOException where it is no image
  static byte[] transparentWhereWhite(InputStream mask) throws IOException {
    var ours = ImageIO.read(mask);
    if (ours == null) {
      throw new IOException("the mask is no image that can be read");
    }
    var theirs = new BufferedImage(ours.getWidth(), ours.getHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < ours.getHeight(); y++) {
      for (int x = 0; x < ours.getWidth(); x++) {
        theirs.setRGB(x, y, isWhite(ours.getRGB(x, y)) ? 0 : 0xff000000);
      }
    }
    var png = new ByteArrayOutputStream();
    if (!ImageIO.write(theirs, "png", png)) {
      throw new IOException("the mask cannot be written as PNG");
    }
    return png.toByteArray();
  }

  private static boolean isWhite(int rgb) {
    int sum = (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
    return sum >= 3 * HALF;
  }
}

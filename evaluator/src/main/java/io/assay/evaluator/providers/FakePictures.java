package io.assay.evaluator.providers;

import io.assay.blobs.JobBlobs;
import io.assay.contracts.event.Blob;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/// Small images without a model: a gradient with shapes for each seed, or a given image with noise.
final class FakePictures {

  private static final int LARGEST_SIDE = 2048;
  private static final int SHAPES = 6;

  private FakePictures() {}

  /// A drawing that the seed fixes.
  static Blob drawn(int width, int height, long seed, JobBlobs blobs) throws IOException {
    var random = new SplittableRandom(seed);
    int columns = Math.min(LARGEST_SIDE, width);
    int rows = Math.min(LARGEST_SIDE, height);
    var image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, colour(random), columns, rows, colour(random)));
    pen.fillRect(0, 0, columns, rows);
    for (int i = 0; i < SHAPES; i++) {
      int side = 1 + random.nextInt(Math.max(1, Math.min(columns, rows) / 2));
      pen.setColor(colour(random));
      pen.fillOval(random.nextInt(columns), random.nextInt(rows), side, side);
    }
    pen.dispose();
    return stored(image, blobs);
  }

  private static Color colour(SplittableRandom random) {
    return new Color(random.nextInt(0x1000000));
  }

  /// An image with noise.
  ///
  /// @param amount 0 for none, 1 for as much as half of the range
  /// @throws IOException where the image cannot be read, or is too large for a fake
  static Blob noisy(Blob original, double amount, long seed, JobBlobs blobs) throws IOException {
    BufferedImage image = read(original, blobs);
    var random = new SplittableRandom(seed);
    var raster = image.getRaster();
    int[] row = new int[raster.getWidth() * raster.getNumBands()];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      for (int i = 0; i < row.length; i++) {
        row[i] = Math.clamp(row[i] + Math.round(random.nextDouble(-128, 128) * amount), 0, 255);
      }
      raster.setPixels(0, y, raster.getWidth(), 1, row);
    }
    return stored(image, blobs);
  }

  private static BufferedImage read(Blob original, JobBlobs blobs) throws IOException {
    try (InputStream in = blobs.open(original);
        var input = ImageIO.createImageInputStream(in)) {
      var readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw new IOException("the image is of no kind that a fake model can read");
      }
      var reader = readers.next();
      try {
        reader.setInput(input, true, true);
        if (Math.max(reader.getWidth(0), reader.getHeight(0)) > LARGEST_SIDE) {
          throw new IOException("the image is larger than a fake model can take");
        }
        return coloured(reader.read(0));
      } finally {
        reader.dispose();
      }
    }
  }

  /// Of 8 bits a channel, whatever it was.
  private static BufferedImage coloured(BufferedImage image) {
    var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = plain.createGraphics();
    pen.drawImage(image, 0, 0, null);
    pen.dispose();
    return plain;
  }

  private static Blob stored(BufferedImage image, JobBlobs blobs) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return blobs.put("image/png", new ByteArrayInputStream(out.toByteArray()));
  }
}

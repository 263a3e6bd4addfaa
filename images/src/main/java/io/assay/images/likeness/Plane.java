package io.assay.images.likeness;

import io.assay.images.picture.Picture;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/// One channel of a picture, or numbers that belong to its pixels.
///
/// @param width columns
/// @param height rows
/// @param values row by row, not to be changed
@SuppressWarnings("ArrayRecordComponent") // millions of numbers
public record Plane(int width, int height, double[] values) {

  /// What stands outside a plane.
  public enum Border {
    /// The pixels in reverse, the outermost one only once: `c b | a b c`.
    MIRROR,
    /// The pixels in reverse, the outermost one twice: `b a | a b c`.
    SYMMETRIC
  }

  /// The channels of a picture.
  public static List<Plane> of(Picture picture) {
    return picture.channels().stream()
        .map(each -> new Plane(picture.width(), picture.height(), doubles(each)))
        .toList();
  }

  private static double[] doubles(int[] samples) {
    var doubles = new double[samples.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = samples[i];
    }
    return doubles;
  }

  /// Luma of BT.601 for studios, from 16 to 235, unrounded; alpha does not count.
  public static Plane luma(Picture picture) {
    return weighted(picture, 16, 65.481, 128.553, 24.966);
  }

  /// Luminance from 0 to 255 with the weights of scikit-image's `rgb2gray`; alpha does not count.
  public static Plane luminance(Picture picture) {
    return weighted(picture, 0, 0.2125 * 255, 0.7154 * 255, 0.0721 * 255);
  }

  private static Plane weighted(
      Picture picture, double black, double red, double green, double blue) {
    List<double[]> rgb = picture.rgb();
    var values = new double[picture.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = black + red * rgb.get(0)[i] + green * rgb.get(1)[i] + blue * rgb.get(2)[i];
    }
    return new Plane(picture.width(), picture.height(), values);
  }

  /// Without its outermost pixels.
  public Plane cropped(int by) {
    int columns = Math.max(0, width - 2 * by);
    int rows = Math.max(0, height - 2 * by);
    var result = new double[columns * rows];
    for (int y = 0; y < rows; y++) {
      System.arraycopy(values, (y + by) * width + by, result, y * columns, columns);
    }
    return new Plane(columns, rows, result);
  }

  /// The mean of squared differences; NaN where there are no pixels.
  public double meanSquare(Plane other) {
    return with(other, (x, y) -> (x - y) * (x - y)).mean();
  }

  /// Pixel by pixel with another plane of this size.
  Plane with(Plane other, DoubleBinaryOperator operator) {
    var result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = operator.applyAsDouble(values[i], other.values[i]);
    }
    return new Plane(width, height, result);
  }

  /// The mean; NaN where there are no pixels.
  double mean() {
    double sum = 0;
    double other = 0; // a sum alone waits for itself
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i < values.length - 3; i += 4) {
      sum += values[i];
      other += values[i + 1];
      third += values[i + 2];
      fourth += values[i + 3];
    }
    for (; i < values.length; i++) {
      sum += values[i];
    }
    return (sum + other + third + fourth) / values.length;
  }

  /// With more pixels around it.
  ///
  /// @throws IllegalArgumentException where the plane is too small for that
  Plane padded(int by, Border border) {
    int most = border == Border.MIRROR ? by + 1 : by;
    if (width < most || height < most) {
      throw new IllegalArgumentException(
          "a picture of %dx%d pixels is too small for a border of %d".formatted(width, height, by));
    }
    var result = new double[(width + 2 * by) * (height + 2 * by)];
    int at = 0;
    for (int y = -by; y < height + by; y++) {
      int row = inside(y, height, border) * width;
      for (int x = -by; x < width + by; x++) {
        result[at++] = values[row + inside(x, width, border)];
      }
    }
    return new Plane(width + 2 * by, height + 2 * by, result);
  }

  private static int inside(int at, int size, Border border) {
    int shift = border == Border.MIRROR ? 0 : 1;
    if (at < 0) {
      return -at - shift;
    }
    return at < size ? at : 2 * size - 2 + shift - at;
  }

  /// Weighted means of windows that lie inside, by the products of the weights of columns and rows
  /// at once: slower than one after the other, and other in the last digit.
  Plane filteredAtOnce(double[] weights) {
    int side = weights.length;
    int columns = Math.max(0, width - side + 1);
    int rows = Math.max(0, height - side + 1);
    var result = new double[columns * rows];
    for (int i = 0; i < side * side; i++) {
      double weight = weights[i / side] * weights[i % side];
      for (int y = 0; y < rows; y++) {
        int from = (y + i / side) * width + i % side;
        for (int x = 0; x < columns; x++) {
          result[y * columns + x] += weight * values[from + x];
        }
      }
    }
    return new Plane(columns, rows, result);
  }

  /// Half as large: means of two by two pixels. An odd last row or column is left out, or, where
  /// `zeros` says so, the plane gets zeros on both sides first.
  Plane halved(boolean zeros) {
    int left = zeros ? width % 2 : 0;
    int above = zeros ? height % 2 : 0;
    int columns = (width + 2 * left) / 2;
    int rows = (height + 2 * above) / 2;
    var result = new double[columns * rows];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int column = 2 * x - left;
        int row = 2 * y - above;
        result[y * columns + x] =
            (orZero(column, row)
                    + orZero(column + 1, row)
                    + orZero(column, row + 1)
                    + orZero(column + 1, row + 1))
                / 4;
      }
    }
    return new Plane(columns, rows, result);
  }

  private double orZero(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : values[y * width + x];
  }
}

package io.assay.images.colour;

/// A colour in sRGB, and what it is in other spaces (white D65, observer 2°), with the numbers of
/// scikit-image.
///
/// @param red from 0 to 1
/// @param green from 0 to 1
/// @param blue from 0 to 1
public record Colour(double red, double green, double blue) {

  private static final double WHITE_X = 0.95047;
  private static final double WHITE_Z = 1.08883;

  /// CIE XYZ, of which sRGB's white has Y 1.
  public double[] xyz() {
    double r = linear(red);
    double g = linear(green);
    double b = linear(blue);
    return new double[] {
      0.412453 * r + 0.357580 * g + 0.180423 * b,
      0.212671 * r + 0.715160 * g + 0.072169 * b,
      0.019334 * r + 0.119193 * g + 0.950227 * b
    };
  }

  private static double linear(double value) {
    return value > 0.04045 ? Math.pow((value + 0.055) / 1.055, 2.4) : value / 12.92;
  }

  /// CIE L*a*b*.
  public Lab lab() {
    double[] xyz = xyz();
    double x = root(xyz[0] / WHITE_X);
    double y = root(xyz[1]);
    double z = root(xyz[2] / WHITE_Z);
    return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
  }

  private static double root(double value) {
    return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
  }

  /// Y'CbCr of BT.601 for studios: luma from 16 to 235, chroma from 16 to 240.
  public double[] ycbcr() {
    return new double[] {
      16 + 65.481 * red + 128.553 * green + 24.966 * blue,
      128 - 37.797 * red - 74.203 * green + 112.0 * blue,
      128 + 112.0 * red - 93.786 * green - 18.214 * blue
    };
  }

  /// Hue, saturation and value, each from 0 to 1.
  public double[] hsv() {
    double value = Math.max(red, Math.max(green, blue));
    double range = value - Math.min(red, Math.min(green, blue));
    if (range == 0) {
      return new double[] {0, 0, value};
    }
    double sixths =
        blue == value
            ? 4 + (red - green) / range
            : green == value ? 2 + (blue - red) / range : (green - blue) / range;
    double hue = sixths / 6;
    return new double[] {hue - Math.floor(hue), range / value, value};
  }

  /// Luminance with the weights of scikit-image's `rgb2gray`.
  public double grey() {
    return 0.2125 * red + 0.7154 * green + 0.0721 * blue;
  }
}

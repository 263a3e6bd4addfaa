package io.assay.images.likeness;

import io.assay.images.picture.Picture;
import java.util.Arrays;

/// Differences of samples, and what they mean in decibels. Alpha counts as a channel: composite it
/// onto a background first where it should not.
///
/// @param meanSquare mean of squared differences
/// @param meanAbsolute mean of absolute differences
public record PixelErrors(double meanSquare, double meanAbsolute) {

  /// All samples of both pictures.
  ///
  /// @throws IllegalArgumentException where their shapes differ
  public static PixelErrors of(Picture reference, Picture test) {
    reference.requireShapeOf(test);
    boolean[] everywhere = new boolean[reference.size()];
    Arrays.fill(everywhere, true);
    return of(reference, test, everywhere);
  }

  /// The samples of some pixels; NaN where there are none.
  ///
  /// @throws IllegalArgumentException where shapes differ
  public static PixelErrors of(Picture reference, Picture test, boolean[] pixels) {
    reference.requireShapeOf(test);
    long squares = 0;
    long absolutes = 0;
    long count = 0;
    for (int channel = 0; channel < reference.channels().size(); channel++) {
      int[] a = reference.channels().get(channel);
      int[] b = test.channels().get(channel);
      for (int i = 0; i < a.length; i++) {
        if (pixels[i]) {
          long difference = Math.abs(a[i] - b[i]);
          squares += difference * difference;
          absolutes += difference;
          count++;
        }
      }
    }
    return new PixelErrors((double) squares / count, (double) absolutes / count);
  }

  /// Peak signal-to-noise ratio in dB: 10 log10(range² / mean square); infinite for equal pictures,
  /// so keep those out of means.
  ///
  /// @param range the difference between the largest and the least possible sample
  public double psnr(double range) {
    return psnr(range, meanSquare);
  }

  /// The same of any mean square.
  public static double psnr(double range, double meanSquare) {
    return 10 * Math.log10(range * range / meanSquare);
  }
}

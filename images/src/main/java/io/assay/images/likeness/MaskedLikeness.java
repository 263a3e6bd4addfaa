package io.assay.images.likeness;

import io.assay.images.picture.Picture;
import java.util.ArrayList;
import java.util.List;

/// How like a part of a picture is to the reference, for inpainting.
///
/// @param pixels how many the mask has
/// @param inside errors inside it; NaN where it is empty
/// @param outside errors outside it; NaN where it is everything
/// @param similarity mean structural similarity around its pixels, [StructuralSimilarity#GAUSSIAN]
///   with doubled borders; NaN where it is empty
/// @param composited errors of the reference with only this part taken from the test picture
public record MaskedLikeness(
    int pixels,
    PixelErrors inside,
    PixelErrors outside,
    double similarity,
    PixelErrors composited) {

  /// Compares pictures of one shape where the mask is brighter than half.
  ///
  /// @param range the difference between the largest and the least possible sample
  /// @throws IllegalArgumentException where shapes differ or pictures are smaller than the window
  public static MaskedLikeness of(Picture reference, Picture test, Picture mask, double range) {
    reference.requireShapeOf(test);
    if (mask.width() != reference.width() || mask.height() != reference.height()) {
      throw new IllegalArgumentException(
          "the mask has %dx%d pixels, the picture %dx%d"
              .formatted(mask.width(), mask.height(), reference.width(), reference.height()));
    }
    boolean[] inside = bright(mask);
    boolean[] outside = new boolean[inside.length];
    int pixels = 0;
    for (int i = 0; i < inside.length; i++) {
      outside[i] = !inside[i];
      pixels += inside[i] ? 1 : 0;
    }
    return new MaskedLikeness(
        pixels,
        PixelErrors.of(reference, test, inside),
        PixelErrors.of(reference, test, outside),
        similarity(reference, test, inside, range),
        PixelErrors.of(reference, pasted(reference, test, inside)));
  }

  private static boolean[] bright(Picture mask) {
    int[] first = mask.channels().getFirst();
    boolean[] bright = new boolean[first.length];
    for (int i = 0; i < bright.length; i++) {
      bright[i] = first[i] > mask.largest() / 2;
    }
    return bright;
  }

  private static double similarity(
      Picture reference, Picture test, boolean[] inside, double range) {
    double[] map =
        StructuralSimilarity.GAUSSIAN.fullMap(Plane.of(reference), Plane.of(test), range).values();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < map.length; i++) {
      sum += inside[i] ? map[i] : 0;
      count += inside[i] ? 1 : 0;
    }
    return sum / count;
  }

  private static Picture pasted(Picture reference, Picture test, boolean[] inside) {
    List<int[]> channels = new ArrayList<>();
    for (int channel = 0; channel < reference.channels().size(); channel++) {
      int[] samples = reference.channels().get(channel).clone();
      for (int i = 0; i < samples.length; i++) {
        samples[i] = inside[i] ? test.channels().get(channel)[i] : samples[i];
      }
      channels.add(samples);
    }
    return new Picture(reference.width(), reference.height(), reference.bits(), channels);
  }
}

package io.assay.images.likeness;

import io.assay.images.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Multi-scale structural similarity (Wang et al. 2003): the contrast terms at several sizes, each
/// half of the one before, and the similarity at the last, each to some power, multiplied.
public final class MultiScaleSimilarity {

  /// The powers of the paper, for five sizes.
  public static final List<Double> STANDARD = List.of(0.0448, 0.2856, 0.3001, 0.2363, 0.1333);

  private static final int WINDOW = 11;
  private static final int TIMES_HALVED = 4;

  private MultiScaleSimilarity() {}

  /// What becomes of negative terms, which have no power.
  public enum Negative {
    /// They are taken as 0.
    ZERO,
    /// All terms are moved from -1..1 to 0..1.
    SHIFTED
  }

  /// As torchmetrics computes it: terms are means over all channels, windows of the last size lie
  /// around every pixel.
  ///
  /// @param powers one for each size
  /// @param range the difference between the largest and the least possible sample
  /// @throws IllegalArgumentException where shapes differ or the pictures are too small
  public static double torchmetrics(
      Picture reference, Picture test, List<Double> powers, double range, Negative negative) {
    reference.requireShapeOf(test);
    requireSize(reference, powers.size());
    List<Plane> a = Plane.of(reference);
    List<Plane> b = Plane.of(test);
    double product = 1;
    for (int size = 0; size < powers.size(); size++) {
      boolean last = size == powers.size() - 1;
      double term =
          last
              ? StructuralSimilarity.GAUSSIAN_MIRRORED.of(a, b, range)
              : mean(contrasts(StructuralSimilarity.GAUSSIAN, a, b, range));
      double bounded = negative == Negative.ZERO ? Math.max(0, term) : (term + 1) / 2;
      product *= Math.pow(bounded, powers.get(size));
      a = a.stream().map(each -> each.halved(false)).toList();
      b = b.stream().map(each -> each.halved(false)).toList();
    }
    return product;
  }

  private static void requireSize(Picture picture, int sizes) {
    int side = Math.min(picture.width(), picture.height());
    int divisor = Math.max(1, sizes - 1) * Math.max(1, sizes - 1);
    if (side < 1 << sizes || side / divisor < WINDOW) {
      throw new IllegalArgumentException(
          "pictures for %d sizes must have at least %d pixels a side"
              .formatted(sizes, Math.max(1 << sizes, WINDOW * divisor)));
    }
  }

  /// As pytorch-msssim computes it: a product for each channel, windows inside the picture, zeros
  /// beside odd sides before they are halved.
  ///
  /// @param powers one for each size
  /// @param range the difference between the largest and the least possible sample
  /// @throws IllegalArgumentException where shapes differ or a side has 160 pixels or fewer
  public static double pytorchMsssim(
      Picture reference, Picture test, List<Double> powers, double range) {
    reference.requireShapeOf(test);
    int least = (WINDOW - 1) << TIMES_HALVED;
    if (Math.min(reference.width(), reference.height()) <= least) {
      throw new IllegalArgumentException(
          "pictures must have more than " + least + " pixels a side");
    }
    List<Plane> a = Plane.of(reference);
    List<Plane> b = Plane.of(test);
    double[] products = IntStream.range(0, a.size()).mapToDouble(_ -> 1).toArray();
    for (int size = 0; size < powers.size(); size++) {
      boolean last = size == powers.size() - 1;
      List<Double> terms = last ? similarities(a, b, range) : lenientContrasts(a, b, range);
      for (int channel = 0; channel < products.length; channel++) {
        products[channel] *= Math.pow(Math.max(0, terms.get(channel)), powers.get(size));
      }
      a = a.stream().map(each -> each.halved(true)).toList();
      b = b.stream().map(each -> each.halved(true)).toList();
    }
    return IntStream.range(0, products.length)
        .mapToDouble(i -> products[i])
        .average()
        .orElseThrow();
  }

  private static List<Double> lenientContrasts(List<Plane> a, List<Plane> b, double range) {
    return contrasts(StructuralSimilarity.GAUSSIAN_LENIENT, a, b, range);
  }

  private static List<Double> contrasts(
      StructuralSimilarity convention, List<Plane> a, List<Plane> b, double range) {
    List<Double> terms = new ArrayList<>();
    for (int channel = 0; channel < a.size(); channel++) {
      terms.add(convention.terms(a.get(channel), b.get(channel), range).contrast().mean());
    }
    return terms;
  }

  private static List<Double> similarities(List<Plane> a, List<Plane> b, double range) {
    List<Double> terms = new ArrayList<>();
    for (int channel = 0; channel < a.size(); channel++) {
      terms.add(
          StructuralSimilarity.GAUSSIAN_LENIENT
              .terms(a.get(channel), b.get(channel), range)
              .similarity());
    }
    return terms;
  }

  private static double mean(List<Double> terms) {
    return terms.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}

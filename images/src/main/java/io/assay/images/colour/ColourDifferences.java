package io.assay.images.colour;

import io.assay.images.picture.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/// How far colours of two pictures are from each other, pixel by pixel, in steps that people just
/// notice. Alpha does not count.
///
/// @param mean mean of CIEDE2000
/// @param largest its largest value
/// @param percentile95 the value that 95 % of pixels do not exceed, interpolated
/// @param mean76 mean of CIE 1976
/// @param chromaError root of the mean square of differences in a* and b*
public record ColourDifferences(
    double mean, double largest, double percentile95, double mean76, double chromaError) {

  /// Compares pictures of one shape.
  ///
  /// @throws IllegalArgumentException where their shapes differ
  public static ColourDifferences of(Picture reference, Picture test) {
    reference.requireShapeOf(test);
    List<double[]> first = reference.rgb();
    List<double[]> second = test.rgb();
    double[] differences = new double[reference.size()];
    double sum76 = 0;
    double squares = 0;
    for (int i = 0; i < differences.length; i++) {
      Lab one = lab(first, i);
      Lab other = lab(second, i);
      differences[i] = one.ciede2000(other);
      sum76 += one.cie76(other);
      squares += Math.pow(one.a() - other.a(), 2) + Math.pow(one.b() - other.b(), 2);
    }
    double mean = Arrays.stream(differences).sum() / differences.length;
    Arrays.sort(differences);
    return new ColourDifferences(
        mean,
        differences[differences.length - 1],
        quantile(differences, 0.95),
        sum76 / differences.length,
        Math.sqrt(squares / (2.0 * differences.length)));
  }

  /// The mean over pixels of another difference.
  ///
  /// @param difference of a colour of the reference and one of the other picture
  /// @throws IllegalArgumentException where their shapes differ
  public static double mean(
      Picture reference, Picture test, ToDoubleBiFunction<Lab, Lab> difference) {
    reference.requireShapeOf(test);
    List<double[]> first = reference.rgb();
    List<double[]> second = test.rgb();
    double sum = 0;
    for (int i = 0; i < reference.size(); i++) {
      sum += difference.applyAsDouble(lab(first, i), lab(second, i));
    }
    return sum / reference.size();
  }

  private static Lab lab(List<double[]> rgb, int pixel) {
    return new Colour(rgb.get(0)[pixel], rgb.get(1)[pixel], rgb.get(2)[pixel]).lab();
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}

package io.assay.images.colour;

import io.assay.images.picture.Picture;
import java.util.List;

/// How colourful a picture looks (Hasler and Süsstrunk 2003, their third measure), from 0 to about
/// 110 for photographs. Alpha does not count, grey pictures have 0.
///
/// @param redGreen mean of red less green, samples from 0 to 255
/// @param redGreenSpread standard deviation of red less green
/// @param yellowBlue mean of yellow less blue
/// @param yellowBlueSpread standard deviation of yellow less blue
public record Colourfulness(
    double redGreen, double redGreenSpread, double yellowBlue, double yellowBlueSpread) {

  /// Measures a picture.
  public static Colourfulness of(Picture picture) {
    List<double[]> rgb = picture.rgb();
    int size = picture.size();
    double[] redGreen = new double[size];
    double[] yellowBlue = new double[size];
    for (int i = 0; i < size; i++) {
      double red = 255 * rgb.get(0)[i];
      double green = 255 * rgb.get(1)[i];
      redGreen[i] = red - green;
      yellowBlue[i] = (red + green) / 2 - 255 * rgb.get(2)[i];
    }
    double meanRedGreen = mean(redGreen);
    double meanYellowBlue = mean(yellowBlue);
    return new Colourfulness(
        meanRedGreen,
        spread(redGreen, meanRedGreen),
        meanYellowBlue,
        spread(yellowBlue, meanYellowBlue));
  }

  /// The measure.
  public double value() {
    return Math.hypot(redGreenSpread, yellowBlueSpread) + 0.3 * Math.hypot(redGreen, yellowBlue);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double spread(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }
}

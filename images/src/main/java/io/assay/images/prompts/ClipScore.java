package io.assay.images.prompts;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// How well captions fit pictures by the cosine of their embeddings (Hessel et al. 2021): 2.5 times
/// the cosine, none below 0; from 0 to 2.5. NaN where a vector has no direction.
///
/// @param cosines the cosine of each picture and its caption
public record ClipScore(List<Double> cosines) {

  private static final double WEIGHT = 2.5;

  public ClipScore {
    cosines = List.copyOf(cosines);
  }

  /// Pairs of pictures and captions; one caption alone is that of all pictures.
  ///
  /// @throws IllegalArgumentException where numbers or dimensions differ
  public static ClipScore of(List<double[]> pictures, List<double[]> captions) {
    boolean one = captions.size() == 1;
    if (!one && pictures.size() != captions.size()) {
      throw new IllegalArgumentException(
          pictures.size() + " pictures, but " + captions.size() + " captions");
    }
    return new ClipScore(
        IntStream.range(0, pictures.size())
            .mapToObj(i -> cosine(pictures.get(i), captions.get(one ? 0 : i)))
            .toList());
  }

  /// The score of each picture.
  public List<Double> scores() {
    return cosines.stream().map(each -> each < 0 ? 0 : WEIGHT * each).toList();
  }

  /// The mean score; NaN of none.
  public double mean() {
    return mean(scores().stream().mapToDouble(Double::doubleValue));
  }

  /// The mean of 100 times the cosines, cut off at 0 only then, as torchmetrics has it.
  public double percent() {
    double mean = mean(cosines.stream().mapToDouble(each -> 100 * each));
    return mean < 0 ? 0 : mean;
  }

  /// The harmonic mean of each score and the picture's reference cosine; 0 where either is 0.
  ///
  /// @param references of [#bestCosine]
  public List<Double> withReferences(List<Double> references) {
    List<Double> scores = scores();
    return IntStream.range(0, scores.size())
        .mapToObj(i -> harmonicMean(scores.get(i), references.get(i)))
        .toList();
  }

  private static double harmonicMean(double x, double y) {
    return x == 0 || y == 0 ? 0 : 2 * x * y / (x + y);
  }

  /// The largest cosine of a caption with captions that people wrote.
  ///
  /// @throws IllegalArgumentException where dimensions differ
  public static double bestCosine(double[] caption, List<double[]> references) {
    return references.stream().mapToDouble(each -> cosine(caption, each)).max().orElse(Double.NaN);
  }

  static double mean(DoubleStream values) {
    double[] all = values.toArray();
    return DoubleStream.of(all).sum() / all.length;
  }

  private static double cosine(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "embeddings have " + x.length + " and " + y.length + " dimensions");
    }
    double product = 0;
    double squaresX = 0;
    double squaresY = 0;
    for (int i = 0; i < x.length; i++) {
      product += x[i] * y[i];
      squaresX += x[i] * x[i];
      squaresY += y[i] * y[i];
    }
    return product / (Math.sqrt(squaresX) * Math.sqrt(squaresY));
  }
}

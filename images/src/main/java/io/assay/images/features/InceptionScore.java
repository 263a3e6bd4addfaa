package io.assay.images.features;

import java.util.ArrayList;
import java.util.List;

/// The inception score (Salimans et al. 2016) of class probabilities: exp of the mean divergence of
/// a picture's classes from those of all pictures, in parts of the set; from 1 to the number of
/// classes.
///
/// @param values the score of each part
public record InceptionScore(List<Double> values) {

  public InceptionScore {
    values = List.copyOf(values);
  }

  /// Equal parts; what does not fill one is left out (sbarratt/inception-score-pytorch). A row of
  /// zeros, or more parts than pictures, make it NaN.
  ///
  /// @param probabilities one row a picture
  /// @param parts how many, 1 or more
  public static InceptionScore ofEqualParts(List<double[]> probabilities, int parts) {
    int size = probabilities.size() / parts;
    List<Double> values = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      values.add(score(probabilities.subList(part * size, (part + 1) * size)));
    }
    return new InceptionScore(values);
  }

  /// Parts that hold everything, the last one perhaps less (torchmetrics, without its shuffle).
  ///
  /// @param probabilities one row a picture
  /// @param parts how many at most, 1 or more
  public static InceptionScore ofAllParts(List<double[]> probabilities, int parts) {
    int size = Math.max(1, (probabilities.size() + parts - 1) / parts);
    List<Double> values = new ArrayList<>();
    for (int from = 0; from < probabilities.size(); from += size) {
      values.add(score(probabilities.subList(from, Math.min(probabilities.size(), from + size))));
    }
    return new InceptionScore(values);
  }

  /// The mean over parts.
  public double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /// The standard deviation over parts.
  ///
  /// @param fewer what is taken from their number: 0 for that of a population, 1 for that of a
  ///   sample
  public double deviation(int fewer) {
    double mean = mean();
    double squares = values.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
    return values.size() <= fewer ? Double.NaN : Math.sqrt(squares / (values.size() - fewer));
  }

  private static double score(List<double[]> rows) {
    if (rows.isEmpty()) {
      return Double.NaN;
    }
    double[] all = normalized(means(rows));
    double sum = 0;
    for (double[] row : rows) {
      sum += divergence(normalized(row), all);
    }
    return Math.exp(sum / rows.size());
  }

  private static double[] means(List<double[]> rows) {
    var means = new double[rows.getFirst().length];
    for (double[] row : rows) {
      for (int i = 0; i < means.length; i++) {
        means[i] += row[i] / rows.size();
      }
    }
    return means;
  }

  private static double[] normalized(double[] row) {
    double sum = 0;
    for (double value : row) {
      sum += value;
    }
    var normalized = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      normalized[i] = row[i] / sum;
    }
    return normalized;
  }

  /// Kullback-Leibler; infinite where it is not defined.
  private static double divergence(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += term(p[i], q[i]);
    }
    return sum;
  }

  private static double term(double p, double q) {
    if (Double.isNaN(p) || Double.isNaN(q)) {
      return Double.NaN;
    }
    if (p > 0 && q > 0) {
      return p * Math.log(p / q);
    }
    return p == 0 && q >= 0 ? 0 : Double.POSITIVE_INFINITY;
  }
}

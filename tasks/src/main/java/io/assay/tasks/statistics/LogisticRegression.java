package io.assay.tasks.statistics;

import java.util.Arrays;

/// Logistic regression with a ridge penalty on all coefficients but the intercept, learnt as
/// scikit-learn's `lbfgs` solver learns it, step for step: the mean log loss plus half the squared
/// coefficients divided by C and the number of examples. Two classes share one sigmoid, more have a
/// softmax.
public final class LogisticRegression {

  private final double[][] coefficients;
  private final int iterations;

  private LogisticRegression(double[][] coefficients, int iterations) {
    this.coefficients = coefficients;
    this.iterations = iterations;
  }

  /// How to learn.
  ///
  /// @param c how little to penalise; larger fits closer
  /// @param tolerance where to stop: no derivative is larger
  /// @param iterations after how many steps to stop in any case
  public record Settings(double c, double tolerance, int iterations) {

    /// scikit-learn's defaults, which often stop before the optimum.
    public static final Settings DEFAULT = new Settings(1, 1e-4, 100);

    /// To the optimum, as far as rounding lets.
    public static Settings converged(double c) {
      return new Settings(c, 1e-12, 100_000);
    }

    Lbfgs.Stop stop() {
      return new Lbfgs.Stop(tolerance, 64 * Math.ulp(1.0), iterations, 50);
    }
  }

  /// Learns chances between two outcomes.
  ///
  /// @param rows features of each example, equally many
  /// @param chances 0 to 1, how much each example is of the second outcome
  public static LogisticRegression ofChances(double[][] rows, double[] chances, Settings settings) {
    requireRows(rows, chances.length);
    double ridge = 1 / (settings.c() * rows.length);
    var search =
        Lbfgs.from(
            new double[rows[0].length + 1],
            (at, gradient) -> loss(rows, chances, ridge, at, gradient),
            settings.stop());
    return new LogisticRegression(new double[][] {search.minimum()}, search.iterations());
  }

  /// Learns classes from 0 to `classes - 1`.
  ///
  /// @param classes at least two
  public static LogisticRegression ofClasses(
      double[][] rows, int[] labels, int classes, Settings settings) {
    if (classes < 2) {
      throw new IllegalArgumentException(classes + " class cannot be learnt, expected 2 or more");
    }
    if (classes == 2) {
      return ofChances(rows, Arrays.stream(labels).asDoubleStream().toArray(), settings);
    }
    requireRows(rows, labels.length);
    int width = rows[0].length + 1;
    double ridge = 1 / (settings.c() * rows.length);
    var search =
        Lbfgs.from(
            new double[classes * width],
            (at, gradient) -> softmaxLoss(rows, labels, ridge, at, gradient),
            settings.stop());
    double[] found = search.minimum();
    var coefficients = new double[classes][];
    Arrays.setAll(coefficients, k -> Arrays.copyOfRange(found, k * width, (k + 1) * width));
    return new LogisticRegression(coefficients, search.iterations());
  }

  private static void requireRows(double[][] rows, int labels) {
    if (rows.length == 0 || rows.length != labels) {
      throw new IllegalArgumentException(
          rows.length + " examples have " + labels + " labels, expected one for each");
    }
    for (double[] row : rows) {
      if (row.length != rows[0].length) {
        throw new IllegalArgumentException(
            "examples have " + rows[0].length + " and " + row.length + " features");
      }
      if (row.length > 0) {
        Summary.requireFinite(row);
      }
    }
  }

  private static double score(double[] coefficients, int from, double[] row) {
    double score = 0;
    for (int i = 0; i < row.length; i++) {
      score += coefficients[from + i] * row[i];
    }
    return score + coefficients[from + row.length];
  }

  private static double loss(
      double[][] rows, double[] chances, double ridge, double[] at, double[] gradient) {
    Arrays.fill(gradient, 0);
    double loss = 0;
    for (int i = 0; i < rows.length; i++) {
      double score = score(at, 0, rows[i]);
      loss -= chances[i] * Sigmoid.log(score) + (1 - chances[i]) * Sigmoid.log(-score);
      pull(gradient, 0, rows[i], (Sigmoid.of(score) - chances[i]) / rows.length);
    }
    return loss / rows.length + penalty(ridge, at, gradient, 0, at.length);
  }

  private static double softmaxLoss(
      double[][] rows, int[] labels, double ridge, double[] at, double[] gradient) {
    Arrays.fill(gradient, 0);
    int width = rows[0].length + 1;
    var scores = new double[at.length / width];
    double loss = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < scores.length; k++) {
        scores[k] = score(at, k * width, rows[i]);
      }
      double own = scores[labels[i]];
      loss += softmax(scores) - own;
      scores[labels[i]] -= 1;
      for (int k = 0; k < scores.length; k++) {
        pull(gradient, k * width, rows[i], scores[k] / rows.length);
      }
    }
    loss /= rows.length;
    for (int k = 0; k < scores.length; k++) {
      loss += penalty(ridge, at, gradient, k * width, (k + 1) * width);
    }
    return loss;
  }

  private static void pull(double[] gradient, int from, double[] row, double by) {
    for (int i = 0; i < row.length; i++) {
      gradient[from + i] += by * row[i];
    }
    gradient[from + row.length] += by;
  }

  /// The penalty on coefficients but the last, the intercept; adds its derivatives.
  private static double penalty(double ridge, double[] at, double[] gradient, int from, int to) {
    double squares = 0;
    for (int i = from; i < to - 1; i++) {
      squares += at[i] * at[i];
      gradient[i] += ridge * at[i];
    }
    return ridge / 2 * squares;
  }

  /// Turns scores into chances; gives the logarithm of their exponentials' sum.
  private static double softmax(double[] scores) {
    double largest = Arrays.stream(scores).max().orElse(0);
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = Math.exp(scores[k] - largest);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= sum;
    }
    return largest + Math.log(sum);
  }

  /// How many steps it took to learn.
  public int iterations() {
    return iterations;
  }

  /// The coefficients of each class, its intercept last; of two classes only those of the second.
  public double[][] coefficients() {
    return Arrays.stream(coefficients).map(double[]::clone).toArray(double[][]::new);
  }

  /// The chance of each class.
  public double[] chances(double[] row) {
    int features = coefficients[0].length - 1;
    if (row.length != features) {
      throw new IllegalArgumentException(
          "an example has " + row.length + " features, expected " + features);
    }
    if (coefficients.length == 1) {
      double chance = Sigmoid.of(score(coefficients[0], 0, row));
      return new double[] {1 - chance, chance};
    }
    double[] scores = new double[coefficients.length];
    Arrays.setAll(scores, k -> score(coefficients[k], 0, row));
    softmax(scores);
    return scores;
  }

  /// The likeliest class; of equally likely ones, the first.
  public int classOf(double[] row) {
    double[] chances = chances(row);
    int best = 0;
    for (int k = 1; k < chances.length; k++) {
      best = chances[k] > chances[best] ? k : best;
    }
    return best;
  }
}

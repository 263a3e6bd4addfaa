package io.assay.tasks.statistics;

import java.util.Arrays;

/// Logistic regression with a ridge penalty on all coefficients but the intercept, at its optimum:
/// the sum of log losses times C, plus half the squared coefficients, as scikit-learn weighs them.
/// Two classes share one sigmoid, more have a softmax.
public final class LogisticRegression {

  private final double[][] coefficients;
  private final int features;

  private LogisticRegression(double[][] coefficients, int features) {
    this.coefficients = coefficients;
    this.features = features;
  }

  /// Learns chances between two outcomes.
  ///
  /// @param rows features of each example, equally many
  /// @param chances 0 to 1, how much each example is of the second outcome
  /// @param c how little to penalise; larger fits closer
  public static LogisticRegression ofChances(double[][] rows, double[] chances, double c) {
    int features = requireRows(rows, chances.length);
    double[] found = minimum((at, gradient) -> loss(rows, chances, c, at, gradient), features + 1);
    return new LogisticRegression(new double[][] {found}, features);
  }

  /// Learns classes from 0 to `classes - 1`.
  ///
  /// @param classes at least two
  public static LogisticRegression ofClasses(double[][] rows, int[] labels, int classes, double c) {
    if (classes < 2) {
      throw new IllegalArgumentException(classes + " class cannot be learnt, expected 2 or more");
    }
    if (classes == 2) {
      return ofChances(rows, Arrays.stream(labels).asDoubleStream().toArray(), c);
    }
    int width = requireRows(rows, labels.length) + 1;
    double[] found =
        minimum((at, gradient) -> softmaxLoss(rows, labels, c, at, gradient), classes * width);
    var coefficients = new double[classes][];
    for (int k = 0; k < classes; k++) {
      coefficients[k] = Arrays.copyOfRange(found, k * width, (k + 1) * width);
    }
    return new LogisticRegression(coefficients, width - 1);
  }

  private static int requireRows(double[][] rows, int labels) {
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
    return rows[0].length;
  }

  private static double[] minimum(Lbfgs.Function loss, int size) {
    return Lbfgs.minimum(loss, new double[size], 1e-9, 10_000);
  }

  private static double score(double[] coefficients, int from, double[] row) {
    double score = coefficients[from + row.length];
    for (int i = 0; i < row.length; i++) {
      score += coefficients[from + i] * row[i];
    }
    return score;
  }

  private static double loss(
      double[][] rows, double[] chances, double c, double[] at, double[] gradient) {
    double loss = penalty(at, gradient, 0, at.length);
    for (int i = 0; i < rows.length; i++) {
      double score = score(at, 0, rows[i]);
      loss -= c * (chances[i] * Sigmoid.log(score) + (1 - chances[i]) * Sigmoid.log(-score));
      pull(gradient, 0, rows[i], c * (Sigmoid.of(score) - chances[i]));
    }
    return loss;
  }

  private static double softmaxLoss(
      double[][] rows, int[] labels, double c, double[] at, double[] gradient) {
    int width = rows[0].length + 1;
    int classes = at.length / width;
    double loss = 0;
    for (int k = 0; k < classes; k++) {
      loss += penalty(at, gradient, k * width, (k + 1) * width);
    }
    var scores = new double[classes];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < classes; k++) {
        scores[k] = score(at, k * width, rows[i]);
      }
      double own = scores[labels[i]];
      loss += c * (softmax(scores) - own);
      for (int k = 0; k < classes; k++) {
        pull(gradient, k * width, rows[i], c * (scores[k] - (k == labels[i] ? 1 : 0)));
      }
    }
    return loss;
  }

  /// Half the squares of coefficients but the last, the intercept, and their derivatives.
  private static double penalty(double[] at, double[] gradient, int from, int to) {
    double squares = 0;
    for (int i = from; i < to - 1; i++) {
      squares += at[i] * at[i];
      gradient[i] = at[i];
    }
    gradient[to - 1] = 0;
    return squares / 2;
  }

  private static void pull(double[] gradient, int from, double[] row, double by) {
    for (int i = 0; i < row.length; i++) {
      gradient[from + i] += by * row[i];
    }
    gradient[from + row.length] += by;
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

  /// The chance of each class.
  public double[] chances(double[] row) {
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

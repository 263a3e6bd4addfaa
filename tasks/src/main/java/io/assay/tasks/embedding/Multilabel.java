package io.assay.tasks.embedding;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Scores of predictions of any number of labels for each sample, as scikit-learn and MTEB compute
/// them. What is undefined, such as F1 without a label on either side, is 0.
public final class Multilabel {

  private final boolean[][] truth;
  private final boolean[][] predicted;

  /// @param truth for each sample, which labels it has; at least one sample with one label
  /// @param predicted the same of predictions
  public Multilabel(boolean[][] truth, boolean[][] predicted) {
    requireSameShape(truth.length, predicted.length);
    for (int i = 0; i < truth.length; i++) {
      requireSameShape(truth[0].length, truth[i].length);
      requireSameShape(truth[i].length, predicted[i].length);
    }
    this.truth = truth;
    this.predicted = predicted;
  }

  private static void requireSameShape(int expected, int found) {
    if (expected != found || expected == 0) {
      throw new IllegalArgumentException(
          "tables of labels are empty or differ: " + expected + " and " + found);
    }
  }

  /// Labels that are right, that are missing and that are too many.
  private record Counts(long right, long missing, long wrong) {

    Counts plus(Counts other) {
      return new Counts(right + other.right, missing + other.missing, wrong + other.wrong);
    }

    double f1() {
      return share(2.0 * right, 2.0 * right + missing + wrong);
    }
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private Counts cell(int sample, int label) {
    boolean is = truth[sample][label];
    boolean said = predicted[sample][label];
    return new Counts(is && said ? 1 : 0, is && !said ? 1 : 0, !is && said ? 1 : 0);
  }

  private Counts ofSample(int sample) {
    return IntStream.range(0, truth[0].length)
        .mapToObj(label -> cell(sample, label))
        .reduce(new Counts(0, 0, 0), Counts::plus);
  }

  private Counts ofLabel(int label) {
    return IntStream.range(0, truth.length)
        .mapToObj(sample -> cell(sample, label))
        .reduce(new Counts(0, 0, 0), Counts::plus);
  }

  private double meanOfSamples(ToDoubleFunction<Counts> score) {
    return IntStream.range(0, truth.length)
        .mapToObj(this::ofSample)
        .mapToDouble(score)
        .average()
        .orElseThrow();
  }

  /// The mean over labels of their F1.
  public double f1Macro() {
    return IntStream.range(0, truth[0].length)
        .mapToObj(this::ofLabel)
        .mapToDouble(Counts::f1)
        .average()
        .orElseThrow();
  }

  /// F1 of all decisions together.
  public double f1Micro() {
    return IntStream.range(0, truth.length)
        .mapToObj(this::ofSample)
        .reduce(new Counts(0, 0, 0), Counts::plus)
        .f1();
  }

  /// The mean over samples of their F1.
  public double f1Samples() {
    return meanOfSamples(Counts::f1);
  }

  /// The share of samples with all labels right.
  public double subsetAccuracy() {
    return meanOfSamples(counts -> counts.missing() + counts.wrong() == 0 ? 1 : 0);
  }

  /// The mean over samples of right labels among those of either side; 1 where there are none.
  public double hammingScore() {
    return meanOfSamples(counts -> {
      long either = counts.right() + counts.missing() + counts.wrong();
      return either == 0 ? 1 : (double) counts.right() / either;
    });
  }

  /// The share of decisions that are wrong.
  public double hammingLoss() {
    return meanOfSamples(counts -> (double) (counts.missing() + counts.wrong()) / truth[0].length);
  }

  /// Rankings of labels by scores.
  public static final class Ranked {

    private final boolean[][] truth;
    private final double[][] scores;

    /// @param truth for each sample, which labels it has; at least one sample with one label
    /// @param scores the score of each label, finite
    public Ranked(boolean[][] truth, double[][] scores) {
      requireSameShape(truth.length, scores.length);
      for (int i = 0; i < truth.length; i++) {
        requireSameShape(truth[i].length, scores[i].length);
        if (!Arrays.stream(scores[i]).allMatch(Double::isFinite)) {
          throw new IllegalArgumentException("a score of sample " + i + " is not finite");
        }
      }
      this.truth = truth;
      this.scores = scores;
    }

    private double mean(java.util.function.IntToDoubleFunction ofSample) {
      return IntStream.range(0, truth.length).mapToDouble(ofSample).average().orElseThrow();
    }

    private long count(int sample, boolean relevant) {
      return IntStream.range(0, truth[sample].length)
          .filter(label -> truth[sample][label] == relevant)
          .count();
    }

    /// How many labels, relevant or not, have at least a label's score.
    private long atLeast(int sample, int label, boolean relevant) {
      return IntStream.range(0, truth[sample].length)
          .filter(other -> truth[sample][other] == relevant)
          .filter(other -> scores[sample][other] >= scores[sample][label])
          .count();
    }

    /// Label ranking average precision: the mean over relevant labels of the share of relevant ones
    /// among those ranked as high; 1 where all or no labels are relevant.
    public double averagePrecision() {
      return mean(this::averagePrecision);
    }

    private double averagePrecision(int sample) {
      if (count(sample, true) == 0 || count(sample, false) == 0) {
        return 1;
      }
      return IntStream.range(0, truth[sample].length)
          .filter(label -> truth[sample][label])
          .mapToDouble(label -> {
            double relevant = atLeast(sample, label, true);
            return relevant / (relevant + atLeast(sample, label, false));
          })
          .average()
          .orElseThrow();
    }

    /// How far down the ranking one has to go, on average, to cover all relevant labels.
    public double coverageError() {
      return mean(sample ->
          IntStream.range(0, truth[sample].length)
              .filter(label -> truth[sample][label])
              .mapToDouble(
                  label -> (double) atLeast(sample, label, true) + atLeast(sample, label, false))
              .max()
              .orElse(0));
    }

    /// The share of pairs of a relevant and another label that are in the wrong order or tied; 0
    /// where there are no such pairs.
    public double rankingLoss() {
      return mean(sample ->
          share(
              (double)
                  IntStream.range(0, truth[sample].length)
                      .filter(label -> truth[sample][label])
                      .mapToLong(label -> atLeast(sample, label, false))
                      .sum(),
              (double) count(sample, true) * count(sample, false)));
    }
  }
}

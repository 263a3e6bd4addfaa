package io.assay.tasks.embedding;

import java.util.stream.IntStream;

/// How well a threshold on similarity tells pairs that belong together from others, at the best
/// threshold, as MTEB and Sentence Transformers look for it: the pairs are sorted by score, equal
/// ones stay in their order, and the threshold is set between neighbours; that behind the last pair
/// is not tried.
///
/// @param accuracy the best share of right decisions; 0 for a single pair
/// @param accuracyThreshold where it is reached; -1 where no threshold gets any pair right
/// @param f1 the best F1 of pairs that belong together
/// @param precision where F1 is best
/// @param recall where F1 is best
/// @param f1Threshold where F1 is best; 0 where it is never above 0
/// @param averagePrecision over all thresholds
public record PairThresholds(
    double accuracy,
    double accuracyThreshold,
    double f1,
    double precision,
    double recall,
    double f1Threshold,
    double averagePrecision) {

  /// The best thresholds.
  ///
  /// @param together whether each pair belongs together
  /// @param higherIsMoreAlike whether scores are similarities; else they are distances
  /// @throws IllegalArgumentException where there are no pairs, lengths differ or a score is not
  ///   finite
  public static PairThresholds of(double[] scores, boolean[] together, boolean higherIsMoreAlike) {
    double[] similarities = scores.clone();
    if (!higherIsMoreAlike) {
      for (int i = 0; i < scores.length; i++) {
        similarities[i] = -scores[i];
      }
    }
    double averagePrecision = AveragePrecision.of(together, similarities);
    var search = new Search(scores, together);
    int[] order = order(similarities);
    for (int i = 0; i + 1 < order.length; i++) {
      search.pass(order[i], order[i + 1], i + 1);
    }
    return search.found(averagePrecision);
  }

  private static int[] order(double[] similarities) {
    return IntStream.range(0, similarities.length)
        .boxed()
        .sorted((a, b) -> Double.compare(similarities[b] + 0.0, similarities[a] + 0.0))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// Goes from the most alike pair to the least.
  private static final class Search {

    private final double[] scores;
    private final boolean[] together;
    private final int all;
    private int right;
    private double accuracy;
    private double accuracyThreshold = -1;
    private double f1;
    private double precision;
    private double recall;
    private double f1Threshold;

    Search(double[] scores, boolean[] together) {
      this.scores = scores;
      this.together = together;
      this.all = (int) IntStream.range(0, together.length).filter(i -> together[i]).count();
    }

    /// @param at the pair that the threshold passes
    /// @param next the pair that it stays above
    /// @param passed how many pairs are above it
    void pass(int at, int next, int passed) {
      right += together[at] ? 1 : 0;
      double threshold = (scores[at] + scores[next]) / 2;
      int rejected = together.length - passed - (all - right);
      double correct = (double) (right + rejected) / together.length;
      if (correct > accuracy) {
        accuracy = correct;
        accuracyThreshold = threshold;
      }
      if (right > 0) {
        passF1((double) right / passed, (double) right / all, threshold);
      }
    }

    private void passF1(double precisionHere, double recallHere, double threshold) {
      double here = 2 * precisionHere * recallHere / (precisionHere + recallHere);
      if (here > f1) {
        f1 = here;
        precision = precisionHere;
        recall = recallHere;
        f1Threshold = threshold;
      }
    }

    PairThresholds found(double averagePrecision) {
      return new PairThresholds(
          accuracy, accuracyThreshold, f1, precision, recall, f1Threshold, averagePrecision);
    }
  }
}

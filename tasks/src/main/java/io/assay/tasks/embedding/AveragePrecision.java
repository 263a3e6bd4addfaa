package io.assay.tasks.embedding;

import io.assay.tasks.statistics.Ranks;
import java.util.Arrays;

/// Average precision as scikit-learn computes it: the mean precision at each recall, where items of
/// equal scores enter together. (trec_eval breaks ties instead, see [TrecMeasures].)
public final class AveragePrecision {

  private AveragePrecision() {}

  /// The average precision of a ranking by scores; 0 where nothing is relevant.
  ///
  /// @param relevant whether each item is
  /// @throws IllegalArgumentException where there are no items, lengths differ or a score is not
  ///   finite
  public static double of(boolean[] relevant, double[] scores) {
    if (scores.length == 0 || relevant.length != scores.length) {
      throw new IllegalArgumentException(
          relevant.length + " judgements and " + scores.length + " scores do not match");
    }
    if (!Arrays.stream(scores).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a score is not finite");
    }
    int[] order = Ranks.order(scores);
    double found = 0;
    double sum = 0;
    int at = order.length - 1;
    while (at >= 0) {
      double score = scores[order[at]];
      double before = found;
      while (at >= 0 && scores[order[at]] == score) {
        found += relevant[order[at--]] ? 1 : 0;
      }
      sum += (found - before) * found / (order.length - 1 - at);
    }
    return found == 0 ? 0 : sum / found;
  }
}

package io.assay.tasks.embedding;

import io.assay.tasks.statistics.PairwiseSum;
import io.assay.tasks.statistics.Ranks;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Discounted cumulative gain as scikit-learn computes it: the mean over all orders of items with
/// equal scores. (trec_eval breaks ties instead, see [TrecMeasures].)
public final class TiedGain {

  private final double[] relevance;
  private final double[] scores;

  /// @param relevance the gain of each of at least two items
  /// @param scores by which they are ranked, finite
  public TiedGain(double[] relevance, double[] scores) {
    if (relevance.length < 2 || relevance.length != scores.length) {
      throw new IllegalArgumentException(
          relevance.length + " items with " + scores.length + " scores cannot be ranked");
    }
    if (!Arrays.stream(scores).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a score is not finite");
    }
    this.relevance = relevance;
    this.scores = scores;
  }

  private double[] discounts(int cutoff) {
    double base = Math.log(2);
    return IntStream.range(0, relevance.length)
        .mapToDouble(place -> place < cutoff ? 1 / (Math.log(place + 2.0) / base) : 0)
        .toArray();
  }

  /// The gain of the first items.
  public double dcg(int cutoff) {
    double[] discounts = discounts(cutoff);
    int[] order = Ranks.order(scores);
    double gain = 0;
    int place = 0;
    while (place < order.length) {
      double score = at(order, place);
      double group = 0;
      double discount = 0;
      int from = place;
      while (place < order.length && at(order, place) == score) {
        group += relevance[order[order.length - 1 - place]];
        discount += discounts[place++];
      }
      gain += group / (place - from) * discount;
    }
    return gain;
  }

  private double at(int[] ascending, int place) {
    return scores[ascending[ascending.length - 1 - place]];
  }

  /// The gain of the first items where equal scores stay as sorting left them, which is how
  /// scikit-learn ignores ties: by the reverse of [NumpyOrder].
  public double dcgIgnoringTies(int cutoff) {
    return dcgInOrder(NumpyOrder.of(scores), cutoff);
  }

  private double dcgInOrder(int[] order, int cutoff) {
    double[] discounts = discounts(cutoff);
    return PairwiseSum.of(
        IntStream.range(0, order.length)
            .mapToDouble(place -> relevance[order[order.length - 1 - place]] * discounts[place])
            .toArray());
  }

  /// The gain as a share of the best; 0 where nothing is relevant.
  ///
  /// @throws IllegalArgumentException where a relevance is below 0
  public double ndcg(int cutoff) {
    return share(dcg(cutoff), cutoff);
  }

  /// As [#ndcg] with [#dcgIgnoringTies].
  public double ndcgIgnoringTies(int cutoff) {
    return share(dcgIgnoringTies(cutoff), cutoff);
  }

  private double share(double gain, int cutoff) {
    if (Arrays.stream(relevance).anyMatch(each -> each < 0)) {
      throw new IllegalArgumentException("a relevance is below 0, which has no share of the best");
    }
    double best = dcgInOrder(Ranks.order(relevance), cutoff);
    return best == 0 ? 0 : gain / best;
  }
}

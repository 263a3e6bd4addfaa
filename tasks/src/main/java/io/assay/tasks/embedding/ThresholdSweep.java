package io.assay.tasks.embedding;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// The best decision between pairs that belong together and others by a threshold on their
/// similarity, where pairs count as often as weights say. As MTEB looks for it: pairs in the order
/// of their similarity, equal ones in theirs, and a threshold behind each but the last; see
/// [PairThresholds].
final class ThresholdSweep {

  private final double[] similarities;
  private final boolean[] together;
  private final int[] order;

  ThresholdSweep(double[] similarities, boolean[] together) {
    this.similarities = similarities;
    this.together = together;
    this.order =
        IntStream.range(0, similarities.length)
            .boxed()
            .sorted((a, b) -> Double.compare(similarities[b] + 0.0, similarities[a] + 0.0))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  private long total(int[] weights) {
    return IntStream.of(weights).asLongStream().sum();
  }

  private long positives(int[] weights) {
    return IntStream.range(0, weights.length).filter(i -> together[i]).mapToLong(i -> weights[i])
        .sum();
  }

  /// What a threshold gives.
  private interface Score {
    /// @param right pairs above it that belong together
    /// @param above all pairs above it
    double of(long right, long above);
  }

  private OptionalDouble best(int[] weights, Score score) {
    long total = total(weights);
    long right = 0;
    long above = 0;
    double best = 0;
    for (int pair : order) {
      for (int copy = 0; copy < weights[pair] && above < total - 1; copy++) {
        above++;
        right += together[pair] ? 1 : 0;
        best = Math.max(best, score.of(right, above));
      }
    }
    return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(best);
  }

  /// The best share of right decisions; 0 for a single pair, empty for none.
  OptionalDouble accuracy(int[] weights) {
    double total = total(weights);
    long positives = positives(weights);
    return best(
        weights,
        (right, above) -> (right + total - above - (positives - right)) / total);
  }

  /// The best F1 of pairs that belong together; 0 for a single pair, empty for none.
  OptionalDouble f1(int[] weights) {
    long positives = positives(weights);
    return best(
        weights, (right, above) -> right == 0 ? 0 : 2.0 * right / (above + positives));
  }

  /// The average precision over all thresholds, where equal similarities enter together; 0 where no
  /// pair belongs together, empty where there is none.
  OptionalDouble averagePrecision(int[] weights) {
    long positives = positives(weights);
    double sum = 0;
    long right = 0;
    long above = 0;
    for (int i = 0; i < order.length; ) {
      long before = right;
      double similarity = similarities[order[i]];
      for (; i < order.length && similarities[order[i]] == similarity; i++) {
        above += weights[order[i]];
        right += together[order[i]] ? weights[order[i]] : 0;
      }
      sum += above == 0 ? 0 : (double) (right - before) * right / above;
    }
    if (above == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(positives == 0 ? 0 : sum / positives);
  }
}

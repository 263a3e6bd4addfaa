package io.assay.tasks.embedding;

import io.assay.tasks.statistics.PairwiseSum;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// How well a retriever knows when it is right: if it abstains from the queries that it is least
/// confident of, the mean score of the others should rise as it would with the best choice
/// (Gisserot -Boukhlef et al. 2024, https://arxiv.org/abs/2402.12997), as MTEB computes it.
public final class Abstention {

  private static final int RATES = 10;

  private Abstention() {}

  /// The confidence in a query's ranking, from its scores.
  ///
  /// @param max the highest score
  /// @param std the scores' standard deviation
  /// @param lead of the highest score over the next; 0 for a single one
  public record Confidence(double max, double std, double lead) {

    /// The confidence of scores; all 0 where there are none.
    static Confidence of(List<Double> scores) {
      if (scores.isEmpty()) {
        return new Confidence(0, 0, 0);
      }
      List<Double> sorted = scores.stream().sorted(PYTHON_ORDER).toList();
      double best = sorted.getLast();
      double next = sorted.get(Math.max(0, sorted.size() - 2));
      double[] values = scores.stream().mapToDouble(Double::doubleValue).toArray();
      double mean = PairwiseSum.mean(values);
      double[] squares =
          Arrays.stream(values).map(value -> value - mean).map(value -> value * value).toArray();
      return new Confidence(
          best, Math.sqrt(PairwiseSum.mean(squares)), sorted.size() == 1 ? 0 : best - next);
    }
  }

  /// Smaller or not, as Python sorts: what is no number is equal to all others. Sorting of up to 31
  /// values then takes the same steps here as there.
  static final Comparator<Double> PYTHON_ORDER =
      (a, b) -> {
        if ((double) a < b) {
          return -1;
        }
        return (double) a > b ? 1 : 0;
      };

  /// The area under the curve of mean scores at abstention rates of 0 to 90 %, on a scale from 0
  /// for abstaining at random to 1 for the best choice. Can be below -1.
  ///
  /// @param confidences of each query; what is no number counts as the most confident
  /// @param scores of each query
  /// @return empty where all choices are equally good, or there is no query
  public static OptionalDouble area(double[] confidences, double[] scores) {
    if (scores.length == 0) {
      return OptionalDouble.empty();
    }
    double[] rates = IntStream.range(0, RATES).mapToDouble(i -> i * 0.1).toArray();
    double[] best = curve(scores, scores, rates);
    double actual = under(curve(confidences, scores, rates), rates);
    double ideal = under(best, rates);
    double flat = best[0] * (rates[RATES - 1] - rates[0]);
    double area = (actual - flat) / (ideal - flat);
    return ideal == flat || Double.isNaN(area) ? OptionalDouble.empty() : OptionalDouble.of(area);
  }

  /// The mean score of the queries that remain at each rate.
  private static double[] curve(double[] confidences, double[] scores, double[] rates) {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((a, b) -> Double.compare(confidences[a] + 0.0, confidences[b] + 0.0))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ordered = Arrays.stream(order).mapToDouble(i -> scores[i]).toArray();
    return Arrays.stream(rates)
        .map(rate -> {
          int dropped = Math.min((int) Math.rint(rate * order.length), order.length - 1);
          return PairwiseSum.mean(Arrays.copyOfRange(ordered, dropped, order.length));
        })
        .toArray();
  }

  private static double under(double[] y, double[] x) {
    return PairwiseSum.of(
        IntStream.range(1, x.length)
            .mapToDouble(i -> (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2)
            .toArray());
  }
}

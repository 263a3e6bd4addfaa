package io.assay.standalone.score;

import io.assay.contracts.event.Contribution;
import io.assay.tasks.metric.AdditiveMetric;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// Approximate randomisation (Riezler and Maxwell 2005): if two systems are alike, their answers to
/// each item could as well be exchanged. Looks at the metric's own value, such as corpus BLEU, not
/// at a mean over items.
final class Exchange {

  private static final int TRIALS = 10_000;
  private static final long SEED = 12_345;
  private static final double SLACK = 1e-12;

  private final AdditiveMetric metric;
  private final double[][] first;
  private final double[][] other;

  private Exchange(AdditiveMetric metric, double[][] first, double[][] other) {
    this.metric = metric;
    this.first = first;
    this.other = other;
  }

  /// The share of trials whose difference is as large as the observed one, which counts among them.
  static double p(AdditiveMetric metric, List<Contribution> first, List<Contribution> other) {
    return new Exchange(metric, statistics(first), statistics(other)).p();
  }

  private static double[][] statistics(List<Contribution> contributions) {
    return contributions.stream()
        .map(each -> each.statistics().stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }

  private double p() {
    double observed = difference(new SplittableRandom(SEED), false).orElse(Double.NaN);
    var random = new SplittableRandom(SEED);
    long extreme = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      double found = difference(random, true).orElse(0);
      extreme += found >= observed - SLACK * Math.max(1, observed) ? 1 : 0;
    }
    return (extreme + 1.0) / (TRIALS + 1.0);
  }

  private OptionalDouble difference(SplittableRandom random, boolean exchange) {
    var one = new double[metric.statistics().size()];
    var two = new double[one.length];
    long bits = 0;
    for (int i = 0; i < first.length; i++) {
      bits = i % Long.SIZE == 0 && exchange ? random.nextLong() : bits >>> 1;
      boolean swapped = (bits & 1) != 0;
      add(one, swapped ? other[i] : first[i]);
      add(two, swapped ? first[i] : other[i]);
    }
    OptionalDouble left = metric.value(one);
    OptionalDouble right = metric.value(two);
    return left.isPresent() && right.isPresent()
        ? OptionalDouble.of(Math.abs(left.getAsDouble() - right.getAsDouble()))
        : OptionalDouble.empty();
  }

  private static void add(double[] sums, double[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }
}

package io.assay.standalone.score;

import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.tasks.metric.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compares systems over the same items, metric by metric.
final class Comparing {

  private static final double TAIL = 0.025;

  private final List<Metric> metrics;
  private final PairedTest test;

  Comparing(List<Metric> metrics, PairedTest test) {
    this.metrics = List.copyOf(metrics);
    this.test = test;
  }

  /// The difference of each metric with its bootstrap interval and the test's p-value; metrics
  /// without replicates are left out.
  List<Scored.Comparison> of(Scored first, Scored other) {
    var comparisons = new ArrayList<Scored.Comparison>();
    for (int i = 0; i < first.numbers().size(); i++) {
      MetricSnapshot a = first.numbers().get(i);
      MetricSnapshot b = other.numbers().get(i);
      Embedding before = a.replicates();
      Embedding after = b.replicates();
      Double was = a.value();
      Double is = b.value();
      if (before != null && after != null && was != null && is != null) {
        double[] replicates = differences(before, after);
        double difference = is - was;
        Double p =
            test == PairedTest.BOOTSTRAP
                ? bootstrap(difference, replicates)
                : Double.valueOf(p(metric(a.name()), first, other));
        comparisons.add(comparison(a.name(), difference, replicates, p));
      }
    }
    return comparisons;
  }

  private Metric metric(String name) {
    return metrics.stream()
        .filter(each -> each.spec().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private double p(Metric metric, Scored first, Scored other) {
    Map<String, Contribution> before = first.contributions(metric.spec().name());
    Map<String, Contribution> after = other.contributions(metric.spec().name());
    List<String> both = before.keySet().stream().filter(after::containsKey).toList();
    return test.p(
        metric,
        both.stream().map(each -> at(before, each)).toList(),
        both.stream().map(each -> at(after, each)).toList());
  }

  private static Contribution at(Map<String, Contribution> contributions, String item) {
    return java.util.Objects.requireNonNull(contributions.get(item));
  }

  private static double[] differences(Embedding before, Embedding after) {
    var differences = new double[before.dimensions()];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = (double) after.at(i) - before.at(i);
    }
    return Arrays.stream(differences).filter(Double::isFinite).sorted().toArray();
  }

  /// The share of resamples whose difference, centred, is at least as large.
  private static @Nullable Double bootstrap(double difference, double[] replicates) {
    if (replicates.length == 0) {
      return null;
    }
    double mean = Arrays.stream(replicates).average().orElseThrow();
    long extreme =
        Arrays.stream(replicates)
            .filter(each -> Math.abs(each - mean) >= Math.abs(difference))
            .count();
    return (extreme + 1.0) / (replicates.length + 1.0);
  }

  private static Scored.Comparison comparison(
      String metric, double difference, double[] sorted, @Nullable Double p) {
    return sorted.length == 0
        ? new Scored.Comparison(metric, difference, Double.NaN, Double.NaN, p)
        : new Scored.Comparison(
            metric,
            difference,
            sorted[(int) Math.floor(TAIL * (sorted.length - 1))],
            sorted[(int) Math.ceil((1 - TAIL) * (sorted.length - 1))],
            p);
  }
}

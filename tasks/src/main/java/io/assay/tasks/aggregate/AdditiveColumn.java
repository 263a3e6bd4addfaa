package io.assay.tasks.aggregate;

import static io.assay.tasks.aggregate.Estimate.LEVEL;

import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Score;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.AdditiveMetric.IntervalKind;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.statistics.ExactSum;
import io.assay.tasks.statistics.Interval;
import io.assay.tasks.statistics.Intervals;
import io.assay.tasks.statistics.PoissonWeights;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The contributions of an additive metric: exact sums of its statistics, and for each bootstrap
/// replicate their weighted sums as whole multiples of a small step, which are exact too.
final class AdditiveColumn implements MetricColumn {

  /// Marks a row without contribution; statistics are finite.
  private static final double ABSENT = Double.NaN;

  private final AdditiveMetric metric;
  private final int width;
  private final double[] steps;
  private final ExactSum[] sums;
  private final long[][] replicates;
  private double[] statistics = new double[0];
  private long n;

  AdditiveColumn(AdditiveMetric metric) {
    this.metric = metric;
    this.width = metric.statistics().size();
    this.steps =
        metric.statistics().stream()
            .mapToDouble(each -> Math.scalb(1.0, -each.fractionBits()))
            .toArray();
    this.sums = new ExactSum[width];
    Arrays.setAll(sums, _ -> new ExactSum());
    this.replicates = new long[width][PoissonWeights.REPLICATES];
  }

  @Override
  public AdditiveMetric metric() {
    return metric;
  }

  @Override
  public AdditiveColumn slice() {
    return new AdditiveColumn(metric);
  }

  @Override
  public void check(Contribution contribution) {
    List<Double> given = contribution.statistics();
    if (given.size() != width) {
      throw new IllegalArgumentException(
          "contribution to "
              + contribution.metric().name()
              + " has "
              + given.size()
              + " statistics, expected "
              + width);
    }
    for (double statistic : given) {
      if (!Double.isFinite(statistic)) {
        throw new IllegalArgumentException(
            "contribution to "
                + contribution.metric().name()
                + " holds "
                + statistic
                + ", expected finite numbers");
      }
    }
  }

  @Override
  public void add(int row, Score score, Contribution contribution, byte[] weights) {
    reserve(row);
    for (int i = 0; i < width; i++) {
      double statistic = contribution.statistics().get(i);
      statistics[row * width + i] = statistic;
      sums[i].add(statistic);
      addWeighted(replicates[i], Math.round(statistic / steps[i]), weights);
    }
    n++;
  }

  @Override
  public void remove(int row, byte[] weights) {
    if (row * width >= statistics.length || Double.isNaN(statistics[row * width])) {
      return;
    }
    for (int i = 0; i < width; i++) {
      double statistic = statistics[row * width + i];
      sums[i].subtract(statistic);
      addWeighted(replicates[i], -Math.round(statistic / steps[i]), weights);
    }
    statistics[row * width] = ABSENT;
    n--;
  }

  private void reserve(int row) {
    int needed = (row + 1) * width;
    if (needed > statistics.length) {
      int old = statistics.length;
      statistics = Arrays.copyOf(statistics, Math.max(needed, Math.max(2 * old, 64 * width)));
      Arrays.fill(statistics, old, statistics.length, ABSENT);
    }
  }

  private static void addWeighted(long[] sums, long statistic, byte[] weights) {
    if (statistic != 0) {
      for (int b = 0; b < sums.length; b++) {
        sums[b] += statistic * weights[b];
      }
    }
  }

  @Override
  public Estimate live(TaskFacts facts) {
    return estimate(facts, false);
  }

  @Override
  public Estimate last(TaskFacts facts) {
    return estimate(facts, true);
  }

  private Estimate estimate(TaskFacts facts, boolean last) {
    var totals = new double[width];
    Arrays.setAll(totals, i -> sums[i].value());
    OptionalDouble value = metric.value(totals);
    boolean formula = metric.interval() != IntervalKind.BOOTSTRAP && facts.singleClusters();
    double[] replicateValues = last || !formula ? replicateValues() : null;
    Optional<Interval> interval =
        value.isEmpty() || (facts.clusters() < 2 && !formula)
            ? Optional.empty()
            : interval(totals, formula, replicateValues);
    return new Estimate(
        value.isPresent() ? value.getAsDouble() : null,
        interval.map(this::withinBounds).orElse(null),
        interval.isPresent() ? method(formula) : null,
        n,
        possible(totals[0], facts.missing()),
        last && replicateValues != null ? Estimate.floats(replicateValues) : null);
  }

  private Optional<Interval> interval(
      double[] totals, boolean formula, double @Nullable [] replicateValues) {
    if (!formula) {
      return replicateValues == null
          ? Optional.empty()
          : Intervals.percentile(replicateValues, LEVEL);
    }
    return metric.interval() == IntervalKind.WILSON
        ? Intervals.wilson(totals[0], totals[1], LEVEL)
        : Intervals.mean(totals[0], totals[1], totals[2], LEVEL);
  }

  private String method(boolean formula) {
    if (!formula) {
      return "bootstrap";
    }
    return metric.interval() == IntervalKind.WILSON ? "wilson" : "t";
  }

  private Interval withinBounds(Interval interval) {
    return interval.within(lowest(), highest());
  }

  private double lowest() {
    return Math.min(metric.info().worst(), metric.info().best());
  }

  private double highest() {
    return Math.max(metric.info().worst(), metric.info().best());
  }

  private double[] replicateValues() {
    var values = new double[PoissonWeights.REPLICATES];
    var replicate = new double[width];
    for (int b = 0; b < values.length; b++) {
      for (int i = 0; i < width; i++) {
        replicate[i] = replicates[i][b] * steps[i];
      }
      values[b] = metric.value(replicate).orElse(Double.NaN);
    }
    return values;
  }

  /// Only where the value is a mean of bounded values, whose sum is the first statistic.
  private @Nullable Interval possible(double sum, long missing) {
    MetricInfo info = metric.info();
    boolean mean = metric.interval() != IntervalKind.BOOTSTRAP;
    boolean bounded = Double.isFinite(info.worst()) && Double.isFinite(info.best());
    double all = (double) n + missing;
    return mean && bounded && all > 0
        ? new Interval((sum + missing * lowest()) / all, (sum + missing * highest()) / all)
        : null;
  }
}

package io.assay.tasks.aggregate;

import static io.assay.tasks.aggregate.Estimate.LEVEL;

import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Score;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.metric.SetMetric.Row;
import io.assay.tasks.statistics.Interval;
import io.assay.tasks.statistics.Intervals;
import io.assay.tasks.statistics.PoissonWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The contributions of a set metric. Its value is computed anew when rows have changed, live only
/// when there is time.
final class SetColumn implements MetricColumn {

  /// Bounds live replicates: so many weighted units together.
  private static final long LIVE_UNITS = 50_000_000;

  private static final int FEWEST_REPLICATES = 100;

  private final SetMetric metric;
  private final @Nullable SetColumn whole; // what this is a slice of
  private final List<@Nullable Row> rows = new ArrayList<>();
  private int present;
  private boolean changed;
  private Estimate latest = Estimate.NONE;

  SetColumn(SetMetric metric) {
    this(metric, null);
  }

  private SetColumn(SetMetric metric, @Nullable SetColumn whole) {
    this.metric = metric;
    this.whole = whole;
  }

  @Override
  public SetMetric metric() {
    return metric;
  }

  @Override
  public SetColumn slice() {
    return new SetColumn(metric, this);
  }

  @Override
  public void check(Contribution contribution) {
    for (double statistic : contribution.statistics()) {
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
    while (rows.size() <= row) {
      rows.add(null);
    }
    present += rows.get(row) == null ? 1 : 0;
    var kept =
        new Contribution(
            metric.spec(),
            contribution.value(),
            contribution.statistics(),
            contribution.vector(),
            contribution.labels(),
            null);
    rows.set(row, new Row(score.key().sampleId(), score.key().epoch(), score.cluster(), kept));
    changed = true;
  }

  @Override
  public void remove(int row, byte[] weights) {
    if (row < rows.size() && rows.get(row) != null) {
      rows.set(row, null);
      present--;
      changed = true;
    }
  }

  @Override
  public Estimate live(TaskFacts facts) {
    boolean due = changed || whole != null;
    if (due && facts.recompute() && present <= metric.liveRows()) {
      latest = estimate(facts, false);
      changed = false;
    }
    return latest;
  }

  @Override
  public Estimate last(TaskFacts facts) {
    return estimate(facts, true);
  }

  /// What each unit is worth alone.
  List<SetMetric.UnitValue> units() {
    return metric.prepare(present()).units();
  }

  private List<Row> present() {
    return whole == null
        ? own().toList()
        : Stream.concat(
                whole.own().filter(this::inEverySlice), own().filter(row -> !inEverySlice(row)))
            .toList();
  }

  private Stream<Row> own() {
    return rows.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
  }

  private boolean inEverySlice(Row row) {
    return metric.inEverySlice(row.contribution());
  }

  private Estimate estimate(TaskFacts facts, boolean last) {
    SetMetric.Prepared prepared = metric.prepare(present(), facts.sharing());
    List<String> clusters = prepared.clusters();
    OptionalDouble value = prepared.value();
    if (value.isEmpty() && !last) {
      return new Estimate(null, null, null, clusters.size(), null, null);
    }
    double[] replicates = replicates(prepared, last ? PoissonWeights.REPLICATES : live(clusters));
    Optional<Interval> interval =
        value.isEmpty() || clusters.stream().distinct().limit(2).count() < 2
            ? Optional.empty()
            : Intervals.percentile(value.getAsDouble(), replicates, LEVEL)
                .map(each -> each.within(lowest(), highest()));
    return new Estimate(
        value.isPresent() ? value.getAsDouble() : null,
        interval.orElse(null),
        interval.isPresent() ? "bootstrap" : null,
        clusters.size(),
        null,
        last ? Estimate.floats(replicates) : null);
  }

  private double lowest() {
    return Math.min(metric.info().worst(), metric.info().best());
  }

  private double highest() {
    return Math.max(metric.info().worst(), metric.info().best());
  }

  private static int live(List<String> clusters) {
    long affordable = LIVE_UNITS / Math.max(1, clusters.size());
    return Math.clamp(affordable, FEWEST_REPLICATES, PoissonWeights.REPLICATES);
  }

  private static double[] replicates(SetMetric.Prepared prepared, int count) {
    long[] hashes = prepared.clusters().stream().mapToLong(PoissonWeights::hash).toArray();
    var weights = new int[hashes.length];
    var values = new double[count];
    Arrays.setAll(
        values,
        b -> {
          PoissonWeights.fillAcross(hashes, b, weights);
          return prepared.value(weights).orElse(Double.NaN);
        });
    return values;
  }
}

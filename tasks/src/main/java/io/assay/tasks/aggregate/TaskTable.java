package io.assay.tasks.aggregate;

import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Counts;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.statistics.PoissonWeights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The rows of one task.
final class TaskTable {

  private static final int IDLE_FACTOR = 10;

  /// What is to be said of one slice, or of all rows.
  ///
  /// @param slice its name, or [MetricSnapshot#ALL]
  /// @param missing settled samples without a score
  /// @param estimates in the order of [#metrics]
  record Part(String slice, long missing, List<Estimate> estimates) {}

  private final RowGroup all;
  private final SliceGroups slices;
  private final Map<String, List<Estimate>> latest = new HashMap<>();
  private final KeyIndex index = new KeyIndex();
  private final RowColumns rows = new RowColumns();
  private final byte[] weights = new byte[PoissonWeights.REPLICATES];
  private final Totals totals;
  private final LongSupplier nanoClock;
  private long notBefore;

  TaskTable(TaskSpec task, Totals totals, LongSupplier nanoClock) {
    this.totals = totals;
    this.nanoClock = nanoClock;
    this.notBefore = nanoClock.getAsLong();
    this.all = new RowGroup(task);
    this.slices = new SliceGroups(all);
  }

  /// Writes a row; says whether it replaced one.
  boolean put(Score score) {
    check(score);
    int before = index.size();
    int row = index.rowOf(score.key().sampleId(), score.key().epoch());
    boolean replaces = row < before;
    if (replaces) {
      remove(row);
    }
    add(row, score);
    return replaces;
  }

  private void check(Score score) {
    var seen = new HashSet<String>();
    for (Contribution contribution : score.contributions()) {
      all.check(score, contribution);
      if (!seen.add(contribution.metric().name())) {
        throw new IllegalArgumentException(
            "score of "
                + score.key().text()
                + " contributes twice to "
                + contribution.metric().name());
      }
    }
    if (score.slices().size() != new HashSet<>(score.slices()).size()) {
      throw new IllegalArgumentException(
          "score of " + score.key().text() + " names a slice twice: " + score.slices());
    }
  }

  private void remove(int row) {
    Status status = rows.status(row);
    long cluster = rows.cluster(row);
    if (status == Status.SCORED) {
      PoissonWeights.fill(cluster, weights);
    }
    all.remove(row, status, cluster, weights);
    slices.remove(row, status, cluster, weights);
    totals.count(rows, row, -1);
  }

  private void add(int row, Score score) {
    long cluster = PoissonWeights.hash(score.cluster());
    rows.set(row, score, cluster);
    if (score.status() == Status.SCORED) {
      PoissonWeights.fill(cluster, weights);
    }
    all.add(row, score, cluster, weights);
    slices.add(row, score, cluster, weights);
    totals.count(rows, row, 1);
  }

  /// How many rows were settled in which way.
  Counts counts() {
    return all.counts();
  }

  /// The metrics in the document's order.
  List<Metric> metrics() {
    return all.metrics();
  }

  /// How many values [#live] and [#last] give.
  int metricCount() {
    return all.metrics().size() * (1 + slices.present().size());
  }

  /// All values as they stand, of all rows, then of each slice. Costly ones, and those of slices,
  /// take a tenth of the time at most: they are not computed again before ten times their last
  /// duration has passed.
  List<Part> live() {
    long start = nanoClock.getAsLong();
    boolean recompute = start - notBefore >= 0;
    var parts = new ArrayList<Part>();
    parts.add(new Part(MetricSnapshot.ALL, all.counts().missing(), all.live(recompute)));
    slices
        .present()
        .forEach((name, group) -> {
          var estimates =
              latest.compute(
                  name, (_, old) -> recompute || old == null ? group.live(recompute) : old);
          parts.add(new Part(name, group.counts().missing(), estimates));
        });
    if (recompute) {
      long end = nanoClock.getAsLong();
      notBefore = end + IDLE_FACTOR * (end - start);
    }
    return parts;
  }

  /// All values exactly, with replicates: of all rows, then of each slice.
  List<Part> last() {
    var parts = new ArrayList<Part>();
    parts.add(new Part(MetricSnapshot.ALL, all.counts().missing(), all.last()));
    slices
        .present()
        .forEach(
            (name, group) -> parts.add(new Part(name, group.counts().missing(), group.last())));
    return parts;
  }

  /// The column of a metric by its name in the results.
  @Nullable MetricColumn column(String name) {
    return all.column(name);
  }
}

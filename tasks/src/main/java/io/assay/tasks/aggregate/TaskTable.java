package io.assay.tasks.aggregate;

import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Counts;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.statistics.PoissonWeights;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The rows of one task.
final class TaskTable {

  private static final int IDLE_FACTOR = 10;

  private final Map<String, MetricColumn> columns = new LinkedHashMap<>();
  private final KeyIndex index = new KeyIndex();
  private final RowColumns rows = new RowColumns();
  private final ClusterCounts clusters = new ClusterCounts();
  private final Map<Status, Long> counts = new EnumMap<>(Status.class);
  private final byte[] weights = new byte[PoissonWeights.REPLICATES];
  private final Totals totals;
  private final LongSupplier nanoClock;
  private long notBefore;

  TaskTable(TaskSpec task, Totals totals, LongSupplier nanoClock) {
    this.totals = totals;
    this.nanoClock = nanoClock;
    this.notBefore = nanoClock.getAsLong();
    for (MetricSpec spec : task.metrics()) {
      MetricColumn column =
          switch (Metrics.create(spec)) {
            case AdditiveMetric additive -> new AdditiveColumn(additive);
            case SetMetric set -> new SetColumn(set);
          };
      if (columns.put(spec.name(), column) != null) {
        throw new IllegalArgumentException(
            "task "
                + task.name()
                + " has two metrics named "
                + spec.name()
                + "; give one another name");
      }
    }
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
      check(score, contribution);
      if (!seen.add(contribution.metric().name())) {
        throw new IllegalArgumentException(
            "score of "
                + score.key().text()
                + " contributes twice to "
                + contribution.metric().name());
      }
    }
  }

  private void check(Score score, Contribution contribution) {
    MetricColumn column = columns.get(contribution.metric().name());
    if (column == null) {
      throw new IllegalArgumentException(
          "score of "
              + score.key().text()
              + " contributes to "
              + contribution.metric().name()
              + ", which task "
              + score.key().task()
              + " does not measure");
    }
    column.check(contribution);
  }

  private void remove(int row) {
    Status status = rows.status(row);
    if (status == Status.SCORED) {
      PoissonWeights.fill(rows.cluster(row), weights);
      columns.values().forEach(column -> column.remove(row, weights));
      clusters.remove(rows.cluster(row));
    }
    count(row, status, -1);
  }

  private void add(int row, Score score) {
    long cluster = PoissonWeights.hash(score.cluster());
    rows.set(row, score, cluster);
    if (score.status() == Status.SCORED) {
      PoissonWeights.fill(cluster, weights);
      for (int i = 0; i < score.contributions().size(); i++) {
        Contribution contribution = withSharedVector(score.contributions(), i);
        column(contribution).add(row, score, contribution, weights);
      }
      clusters.add(cluster);
    }
    count(row, score.status(), 1);
  }

  /// Metrics of a task mostly hold the same vector: it is kept once.
  private static Contribution withSharedVector(List<Contribution> all, int index) {
    Contribution contribution = all.get(index);
    Embedding vector = contribution.vector();
    if (vector == null) {
      return contribution;
    }
    return all.subList(0, index).stream()
        .filter(earlier -> Objects.equals(vector, earlier.vector()))
        .findFirst()
        .map(earlier ->
            new Contribution(
                contribution.metric(),
                contribution.value(),
                contribution.statistics(),
                earlier.vector(),
                contribution.labels(),
                contribution.explanation()))
        .orElse(contribution);
  }

  private MetricColumn column(Contribution contribution) {
    MetricColumn column = columns.get(contribution.metric().name());
    if (column == null) {
      throw new IllegalStateException("no column for " + contribution.metric().name());
    }
    return column;
  }

  private void count(int row, Status status, int sign) {
    counts.merge(status, (long) sign, Long::sum);
    totals.count(rows, row, sign);
  }

  /// How many rows were settled in which way.
  Counts counts() {
    Counts all = Counts.NONE;
    for (Status status : Status.values()) {
      all = all.plus(status, counts.getOrDefault(status, 0L));
    }
    return all;
  }

  /// The metrics in the document's order.
  List<Metric> metrics() {
    return columns.values().stream().<Metric>map(MetricColumn::metric).toList();
  }

  /// All values as they stand, in the order of [#metrics]. Costly ones take a tenth of the time at
  /// most: they are not computed again before ten times their last duration has passed.
  List<Estimate> live() {
    long start = nanoClock.getAsLong();
    MetricColumn.TaskFacts facts = facts(start - notBefore >= 0);
    List<Estimate> estimates = columns.values().stream().map(each -> each.live(facts)).toList();
    if (facts.recompute()) {
      long end = nanoClock.getAsLong();
      notBefore = end + IDLE_FACTOR * (end - start);
    }
    return estimates;
  }

  /// All values exactly, with replicates.
  List<Estimate> last() {
    MetricColumn.TaskFacts facts = facts(true);
    return columns.values().stream().map(each -> each.last(facts)).toList();
  }

  /// The column of a metric by its name in the results.
  @Nullable MetricColumn column(String name) {
    return columns.get(name);
  }

  /// What estimates must know, with a new store of shared results.
  private MetricColumn.TaskFacts facts(boolean recompute) {
    return new MetricColumn.TaskFacts(
        counts().missing(),
        clusters.present(),
        clusters.allSingle(),
        recompute,
        new SharedResults());
  }
}

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
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Rows over which metrics are computed: all of a task, or a slice of them. Its rows have numbers
/// of their own.
final class RowGroup {

  private final Map<String, MetricColumn> columns = new LinkedHashMap<>();
  private final ClusterCounts clusters = new ClusterCounts();
  private final Map<Status, Long> counts = new EnumMap<>(Status.class);
  private int rows;

  /// The rows of a whole task.
  RowGroup(TaskSpec task) {
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

  /// A slice of other rows, without rows yet.
  private RowGroup(RowGroup whole) {
    whole.columns.forEach((name, column) -> columns.put(name, column.slice()));
  }

  /// A slice of these rows, without rows yet.
  RowGroup slice() {
    return new RowGroup(this);
  }

  /// The number of a row to come.
  int newRow() {
    return rows++;
  }

  /// Refuses a contribution that fits no column.
  ///
  /// @throws IllegalArgumentException saying what does not fit
  void check(Score score, Contribution contribution) {
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

  /// Writes a row; it has no contributions now.
  ///
  /// @param cluster hash of the score's cluster
  /// @param weights of the cluster in each replicate
  void add(int row, Score score, long cluster, byte[] weights) {
    if (score.status() == Status.SCORED) {
      for (int i = 0; i < score.contributions().size(); i++) {
        Contribution contribution = withSharedVector(score.contributions(), i);
        column(contribution).add(row, score, contribution, weights);
      }
      clusters.add(cluster);
    }
    counts.merge(score.status(), 1L, Long::sum);
  }

  /// Takes a row's contributions away.
  ///
  /// @param status how it was settled
  void remove(int row, Status status, long cluster, byte[] weights) {
    if (status == Status.SCORED) {
      columns.values().forEach(column -> column.remove(row, weights));
      clusters.remove(cluster);
    }
    counts.merge(status, -1L, Long::sum);
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

  /// Whether any row is settled.
  boolean any() {
    return counts.values().stream().anyMatch(count -> count > 0);
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

  /// All values as they stand, in the order of [#metrics]; costly ones are computed anew only on
  /// demand.
  List<Estimate> live(boolean recompute) {
    MetricColumn.TaskFacts facts = facts(recompute);
    return columns.values().stream().map(each -> each.live(facts)).toList();
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

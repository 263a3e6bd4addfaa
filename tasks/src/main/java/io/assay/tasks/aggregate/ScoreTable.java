package io.assay.tasks.aggregate;

import io.assay.contracts.event.Completion.Usage;
import io.assay.contracts.event.Counts;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Progress;
import io.assay.contracts.event.Score;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.statistics.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/// The scores of one model of a job by sample key, with everything that is counted and measured
/// over them. A second score of a sample replaces the first: its contribution is taken away
/// exactly, however it was settled. What the table says is a pure function of the latest scores:
/// their order and repetitions leave no trace, to the last bit.
///
/// For one thread at a time.
public final class ScoreTable {

  private final String jobId;
  private final String modelId;
  private final Map<String, TaskTable> tasks = new LinkedHashMap<>();
  private final Totals totals = new Totals();

  /// An empty table.
  ///
  /// @param tasks the job's tasks with their metrics
  /// @throws IllegalArgumentException where a metric is unknown or has a wrong parameter
  public ScoreTable(String jobId, String modelId, List<TaskSpec> tasks) {
    this(jobId, modelId, tasks, System::nanoTime);
  }

  ScoreTable(String jobId, String modelId, List<TaskSpec> tasks, LongSupplier nanoClock) {
    this.jobId = jobId;
    this.modelId = modelId;
    tasks.forEach(task -> this.tasks.put(task.name(), new TaskTable(task, totals, nanoClock)));
  }

  /// Writes a score.
  ///
  /// @return whether it replaced a score of the same sample
  /// @throws IllegalArgumentException where it is of another job, model or task, or contributes
  ///   what no metric of the task takes; the table is then unchanged
  public boolean put(Score score) {
    if (!score.key().jobId().equals(jobId) || !score.key().modelId().equals(modelId)) {
      throw new IllegalArgumentException(
          "score of "
              + score.key().text()
              + " in the table of job "
              + jobId
              + ", model "
              + modelId);
    }
    TaskTable task = tasks.get(score.key().task());
    if (task == null) {
      throw new IllegalArgumentException(
          "score of "
              + score.key().text()
              + " names a task that the job does not have; it has "
              + String.join(", ", tasks.keySet()));
    }
    return task.put(score);
  }

  /// How many samples were settled in which way.
  public Counts counts() {
    return tasks.values().stream().map(TaskTable::counts).reduce(Counts.NONE, ScoreTable::sum);
  }

  private static Counts sum(Counts a, Counts b) {
    return new Counts(
        a.scored() + b.scored(),
        a.failedByModel() + b.failedByModel(),
        a.failedByInfrastructure() + b.failedByInfrastructure(),
        a.timedOut() + b.timedOut(),
        a.overLimit() + b.overLimit(),
        a.skipped() + b.skipped(),
        a.deadLettered() + b.deadLettered());
  }

  /// The same for each task.
  public Map<String, Counts> byTask() {
    var counts = new LinkedHashMap<String, Counts>();
    tasks.forEach((name, task) -> counts.put(name, task.counts()));
    return counts;
  }

  /// How many settled samples the queue had handed out more than once.
  public long redelivered() {
    return totals.redelivered();
  }

  /// What all calls used together.
  public Usage usage() {
    return totals.usage.total();
  }

  /// The duration in milliseconds that this share of calls does not exceed, 2% more or less; empty
  /// before the first call.
  public OptionalDouble callMillis(double probability) {
    return totals.durations.quantile(probability);
  }

  /// How many snapshots [#snapshots] and [#finalSnapshots] give.
  public int metricCount() {
    return tasks.values().stream().mapToInt(TaskTable::metricCount).sum();
  }

  /// All counts as an event.
  ///
  /// @param last whether the job's final metrics have been published
  public Progress progress(boolean last, Instant at) {
    OptionalDouble median = callMillis(0.5);
    OptionalDouble slow = callMillis(0.95);
    return new Progress(
        jobId,
        modelId,
        counts(),
        byTask(),
        redelivered(),
        median.isPresent() ? median.getAsDouble() : null,
        slow.isPresent() ? slow.getAsDouble() : null,
        usage(),
        totals.consulted.total(),
        last,
        last ? metricCount() : 0,
        at);
  }

  /// All metrics as they stand, of all samples and of each slice. Additive ones of all samples are
  /// exact; set metrics and slices are computed again only where ten times their last duration has
  /// passed, and are otherwise as they were.
  public List<MetricSnapshot> snapshots(Instant at) {
    return snapshots(at, false);
  }

  /// All metrics exactly, with their replicates, marked as final.
  public List<MetricSnapshot> finalSnapshots(Instant at) {
    return snapshots(at, true);
  }

  private List<MetricSnapshot> snapshots(Instant at, boolean last) {
    var snapshots = new ArrayList<MetricSnapshot>();
    tasks.forEach((name, task) -> {
      List<Metric> metrics = task.metrics();
      for (TaskTable.Part part : last ? task.last() : task.live()) {
        for (int i = 0; i < metrics.size(); i++) {
          snapshots.add(snapshot(name, metrics.get(i), part, i, last, at));
        }
      }
    });
    return snapshots;
  }

  private MetricSnapshot snapshot(
      String task, Metric metric, TaskTable.Part part, int index, boolean last, Instant at) {
    Estimate estimate = part.estimates().get(index);
    Interval interval = estimate.interval();
    Interval possible = estimate.possible();
    return new MetricSnapshot(
        jobId,
        modelId,
        task,
        part.slice(),
        metric.spec().name(),
        metric.signature(),
        estimate.value(),
        interval == null ? null : Double.valueOf(interval.low()),
        interval == null ? null : Double.valueOf(interval.high()),
        Estimate.LEVEL,
        estimate.method(),
        estimate.n(),
        part.missing(),
        possible == null ? null : Double.valueOf(possible.low()),
        possible == null ? null : Double.valueOf(possible.high()),
        metric.info().higherIsBetter(),
        estimate.replicates(),
        last,
        at);
  }

  /// What each resampled unit of a metric is worth alone, such as each query's nDCG; empty for
  /// metrics whose samples have values of their own.
  ///
  /// @throws IllegalArgumentException where the job has no such task or metric
  public List<SetMetric.UnitValue> units(String task, String metric) {
    TaskTable table = tasks.get(task);
    MetricColumn column = table == null ? null : table.column(metric);
    return switch (column) {
      case null ->
          throw new IllegalArgumentException(
              "job " + jobId + " has no metric " + metric + " of a task " + task);
      case AdditiveColumn _ -> List.of();
      case SetColumn set -> set.units();
    };
  }
}

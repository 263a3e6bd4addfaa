package io.assay.tasks.code;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricFactory.Param;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A mean over tasks of an estimate from all programs for a task: the epochs of one sample. A task
/// with fewer than `k` judged programs is left out, since nothing can be estimated from them.
///
/// Statistics of a contribution are 0 or 1: passed, compile error, runtime error, timeout.
abstract class PassMetric extends Definition implements SetMetric {

  private static final Param K =
      new Param("k", "integer", "1", "how many programs; also in the name, as pass@k or pass^k");

  static final List<Param> PARAMS = Stream.concat(Stream.of(K), CodeRuns.PARAMS.stream()).toList();

  private final int k;
  private final CodeRuns runs;

  PassMetric(MetricFactory factory, Params params) {
    super(factory, params);
    k = params.cutoff("k");
    runs = new CodeRuns(params);
  }

  /// The value of one task.
  ///
  /// @param n how many programs, at least `k`
  /// @param c how many of them passed
  abstract double estimate(long n, long c, int k);

  /// How many programs a metric needs for each task; 1 for any other metric.
  static int programsNeeded(MetricSpec spec) {
    return Metrics.create(spec) instanceof PassMetric metric ? metric.k : 1;
  }

  @Override
  public final Judgement judge(Sample sample, Answer answer) {
    return answer instanceof Answer.Text text
        ? switch (runs.run(sample, text)) {
          case CodeRuns.Outcome.Ran(Execution execution) -> judged(execution);
          case CodeRuns.Outcome.NotRun(String reason) -> unjudgeable(reason);
          case CodeRuns.Outcome.NoSandbox(String reason) -> notJudged(reason);
        }
        : wrongAnswer(answer, "programs");
  }

  private Judgement judged(Execution execution) {
    List<Double> statistics =
        switch (execution.verdict()) {
          case Verdict.Passed _ -> List.of(1.0, 0.0, 0.0, 0.0);
          case Verdict.Failed _, Verdict.Refused _ -> List.of(0.0, 0.0, 0.0, 0.0);
          case Verdict.CompileError _ -> List.of(0.0, 1.0, 0.0, 0.0);
          case Verdict.RuntimeError _ -> List.of(0.0, 0.0, 1.0, 0.0);
          case Verdict.TimedOut _ -> List.of(0.0, 0.0, 0.0, 1.0);
        };
    return judged(statistics.getFirst(), statistics, CodeRuns.explanation(execution));
  }

  @Override
  public final Prepared prepare(List<Row> rows) {
    var tasks = new TreeMap<String, Task>();
    for (Row row : rows) {
      Contribution contribution = row.contribution();
      boolean passed = contribution.statistics().getFirst() > 0;
      tasks.merge(row.sampleId(), new Task(row.cluster(), 1, passed ? 1 : 0), Task::together);
    }
    tasks.values().removeIf(task -> task.programs() < k);
    var units = new ArrayList<UnitValue>();
    for (Map.Entry<String, Task> each : tasks.entrySet()) {
      Task task = each.getValue();
      units.add(
          new UnitValue(
              each.getKey(),
              1,
              estimate(task.programs(), task.passed(), k),
              task.passed() + " of " + task.programs() + " programs passed"));
    }
    return new TaskValues(units, tasks.values().stream().map(Task::cluster).toList());
  }

  /// The programs for one task.
  private record Task(String cluster, long programs, long passed) {
    Task together(Task other) {
      return new Task(cluster, programs + other.programs, passed + other.passed);
    }
  }

  private record TaskValues(List<UnitValue> units, List<String> clusters) implements Prepared {

    @Override
    public OptionalDouble value() {
      var ones = new int[units.size()];
      Arrays.fill(ones, 1);
      return value(ones);
    }

    @Override
    public OptionalDouble value(int[] weights) {
      double sum = 0;
      long count = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * units.get(i).value();
        count += weights[i];
      }
      return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }
  }
}

package io.assay.producer.job;

import io.assay.contracts.event.Job.Verdict;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.spec.Gate;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.TaskSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds a job's gates against its final metrics.
final class Gates {

  private Gates() {}

  /// One verdict for each gate, model and task that the gate speaks of.
  ///
  /// @param finals the job's final metrics
  static List<Verdict> verdicts(JobDocument job, Collection<MetricSnapshot> finals) {
    var verdicts = new ArrayList<Verdict>();
    for (var gate : job.gates()) {
      for (var model : job.models()) {
        for (var task : job.tasks()) {
          if (concerns(gate, model, task)) {
            verdicts.add(verdict(gate, model, task, job.tasks().size() > 1, finals));
          }
        }
      }
    }
    return verdicts;
  }

  private static boolean concerns(Gate gate, ModelSpec model, TaskSpec task) {
    return task.asks(model.id())
        && (gate.model() == null || model.id().equals(gate.model()))
        && (gate.task() == null || task.name().equals(gate.task()))
        && hasSlice(gate, task)
        && task.metrics().stream().anyMatch(metric -> metric.name().equals(gate.metric()));
  }

  private static boolean hasSlice(Gate gate, TaskSpec task) {
    String slice = gate.slice();
    return slice == null || task.slices().stream().anyMatch(spec -> spec.has(slice));
  }

  private static Verdict verdict(
      Gate gate,
      ModelSpec model,
      TaskSpec task,
      boolean manyTasks,
      Collection<MetricSnapshot> finals) {
    Double actual =
        finals.stream()
            .filter(each -> each.slice().equals(slice(gate)))
            .filter(each -> each.modelId().equals(model.id()))
            .filter(each -> each.task().equals(task.name()) && each.name().equals(gate.metric()))
            .findFirst()
            .map(each -> number(gate, each))
            .orElse(null);
    boolean passed = actual != null && gate.op().holds(actual, gate.value());
    return new Verdict(words(gate, manyTasks ? task.name() + " " : ""), model.id(), passed, actual);
  }

  private static String slice(Gate gate) {
    String slice = gate.slice();
    return slice == null ? MetricSnapshot.ALL : slice;
  }

  private static @Nullable Double number(Gate gate, MetricSnapshot metric) {
    return switch (gate.on()) {
      case ESTIMATE -> metric.value();
      case BOUND -> gate.op().wantsMore() ? metric.low() : metric.high();
    };
  }

  private static String words(Gate gate, String task) {
    String op =
        switch (gate.op()) {
          case AT_LEAST -> ">=";
          case ABOVE -> ">";
          case AT_MOST -> "<=";
          case BELOW -> "<";
        };
    String which = gate.on() == Gate.On.BOUND ? " (bound)" : "";
    String slice = gate.slice() == null ? "" : " of " + gate.slice();
    return task + gate.metric() + slice + which + " " + op + " " + number(gate.value());
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}

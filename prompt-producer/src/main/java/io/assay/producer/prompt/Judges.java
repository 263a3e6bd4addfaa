package io.assay.producer.prompt;

import io.assay.contracts.event.Judging;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.metric.Asks;
import io.assay.tasks.metric.Consulting;
import io.assay.tasks.metric.Metrics;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who judges the answers to each task of a job.
public final class Judges {

  private final Map<String, Judging> byTask = new HashMap<>();

  private Judges() {}

  /// No task has any.
  static Judges none() {
    return new Judges();
  }

  /// The judges of an accepted document.
  public Judges(JobDocument job) {
    List<String> models = job.models().stream().map(ModelSpec::id).toList();
    for (TaskSpec task : job.tasks()) {
      judging(task, job.judges(), models.stream().filter(task::asks).toList())
          .ifPresent(each -> byTask.put(task.name(), each));
    }
  }

  private static Optional<Judging> judging(
      TaskSpec task, List<ModelSpec> judges, List<String> models) {
    var asks = EnumSet.of(Asks.NOTHING);
    var named = new LinkedHashSet<String>();
    for (var spec : task.metrics()) {
      asks.add(Metrics.asks(spec));
      boolean asking = Metrics.asks(spec) != Asks.NOTHING; // others may open large files
      if (asking && Metrics.create(spec) instanceof Consulting metric) {
        named.addAll(metric.judges());
      }
    }
    var asked = judges.stream().filter(judge -> named.contains(judge.id())).toList();
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Judging(asked, asks.contains(Asks.JUDGES_AND_RIVALS) ? models : List.of(), null));
  }

  /// Who judges the answers to a task; absent where no metric asks.
  @Nullable Judging of(TaskSpec task) {
    return byTask.get(task.name());
  }
}

package io.assay.producer.validate;

import io.assay.contracts.document.DidYouMean;
import io.assay.contracts.spec.Gate;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.catalog.Cards;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.text.UnknownName;
import io.assay.tasks.type.TaskTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Whether everything that a document names exists: providers, pools, task types, metrics and their
/// parameters, what gates speak of.
final class NameCheck {

  private final List<String> providers;
  private final List<String> pools;
  private final Cards catalog;

  NameCheck(List<String> providers, List<String> pools, Cards catalog) {
    this.providers = providers;
    this.pools = pools;
    this.catalog = catalog;
  }

  void check(JobDocument job, Findings findings) {
    for (int i = 0; i < job.models().size(); i++) {
      var model = job.models().get(i);
      String path = "models[" + i + "]";
      served(model, path, findings);
      idle(model.id(), path, job, findings);
      catalog
          .find(model.id())
          .ifPresent(card -> taskTypes(model.id(), card.taskTypes(), path, job, findings));
    }
    for (int i = 0; i < job.judges().size(); i++) {
      served(job.judges().get(i), "judges[" + i + "]", findings);
    }
    for (int i = 0; i < job.tasks().size(); i++) {
      task(job.tasks().get(i), "tasks[" + i + "]", findings);
      models(job, job.tasks().get(i), "tasks[" + i + "].models", findings);
    }
    for (int i = 0; i < job.gates().size(); i++) {
      gate(job.gates().get(i), "gates[" + i + "]", job, findings);
    }
  }

  private void served(ModelSpec model, String path, Findings findings) {
    if (!providers.contains(model.provider())) {
      findings.add(
          path + ".provider",
          "unknown provider " + model.provider(),
          DidYouMean.of(model.provider(), providers, "providers"));
    }
    if (!pools.contains(model.pool())) {
      findings.add(
          path + ".pool",
          "unknown pool " + model.pool(),
          DidYouMean.of(model.pool(), pools, "pools"));
    }
  }

  private static void taskTypes(
      String id, List<String> can, String path, JobDocument job, Findings findings) {
    for (var task : job.tasks()) {
      if (task.asks(id) && TaskTypes.names().contains(task.type()) && !can.contains(task.type())) {
        findings.add(
            path,
            "model " + id + " cannot do " + task.type() + " (task " + task.name() + ")",
            "the catalogue says that it does "
                + String.join(", ", can)
                + (job.tasks().size() > 1 ? "; name who does what in the tasks' models" : ""));
      }
    }
  }

  private static void idle(String id, String path, JobDocument job, Findings findings) {
    if (job.tasks().stream().noneMatch(task -> task.asks(id))) {
      findings.add(path, "model " + id + " has nothing to do", "name it in a task's models");
    }
  }

  private static void models(JobDocument job, TaskSpec task, String path, Findings findings) {
    var known = job.models().stream().map(ModelSpec::id).toList();
    for (int i = 0; i < task.models().size(); i++) {
      String id = task.models().get(i);
      if (!known.contains(id)) {
        findings.add(
            path + "[" + i + "]",
            "model " + id + " is not in this job",
            DidYouMean.of(id, known, "models of this job"));
      }
    }
  }

  private static void task(TaskSpec task, String path, Findings findings) {
    if (TaskTypes.find(task.type()).isEmpty()) {
      findings.add(
          path + ".type",
          "unknown task type " + task.type(),
          DidYouMean.of(task.type(), TaskTypes.names(), "task types"));
    }
    var names = new HashSet<String>();
    for (int i = 0; i < task.metrics().size(); i++) {
      metric(task.metrics().get(i), task, path + ".metrics[" + i + "]", names, findings);
    }
  }

  private static void metric(
      MetricSpec spec, TaskSpec task, String path, Set<String> names, Findings findings) {
    if (!names.add(spec.name())) {
      findings.add(path, "two metrics are called " + spec.name(), "give one of them another name");
    }
    if (findings.any(path + ".params")) {
      return; // a file is missing that the metric would open
    }
    try {
      fits(Metrics.create(spec), task, path, findings);
      Metrics.find(spec.metric())
          .flatMap(MetricFactory::unavailable)
          .ifPresent(reason ->
              findings.add(path, spec.name() + " cannot be measured here: " + reason, null));
    } catch (UnknownName unknown) {
      findings.add(path, unknown.statement(), suggestion(unknown, task));
    } catch (IllegalArgumentException wrong) {
      findings.add(path + ".params", String.valueOf(wrong.getMessage()), null);
    }
  }

  private static String suggestion(UnknownName unknown, TaskSpec task) {
    return unknown
        .closest()
        .map(near -> "did you mean " + near + "?")
        .orElseGet(() ->
            unknown.statement().startsWith("unknown metric")
                ? suitable(task)
                : String.valueOf(unknown.getMessage()));
  }

  private static void fits(Metric metric, TaskSpec task, String path, Findings findings) {
    boolean known = TaskTypes.find(task.type()).isPresent();
    if (known && !metric.info().taskTypes().contains(task.type())) {
      findings.add(
          path,
          "metric " + metric.info().name() + " does not judge " + task.type(),
          suitable(task));
    }
  }

  private static String suitable(TaskSpec task) {
    return Metrics.all().stream()
        .map(MetricFactory::info)
        .filter(info -> info.taskTypes().contains(task.type()))
        .map(info -> info.name())
        .sorted()
        .collect(Collectors.joining(", ", "metrics of " + task.type() + ": ", ""));
  }

  private static void gate(Gate gate, String path, JobDocument job, Findings findings) {
    var models = job.models().stream().map(ModelSpec::id).toList();
    var tasks = job.tasks().stream().map(TaskSpec::name).toList();
    String model = gate.model();
    if (model != null && !models.contains(model)) {
      findings.add(
          path + ".model",
          "model " + model + " is not in this job",
          DidYouMean.of(model, models, "models of this job"));
    }
    String task = gate.task();
    if (task != null && !tasks.contains(task)) {
      findings.add(
          path + ".task",
          "task " + task + " is not in this job",
          DidYouMean.of(task, tasks, "tasks of this job"));
      return;
    }
    var metrics = metricNames(gate, job);
    if (!metrics.contains(gate.metric())) {
      findings.add(
          path + ".metric",
          "metric " + gate.metric() + " is not measured by this job",
          DidYouMean.of(gate.metric(), metrics, "metrics of this job"));
    }
  }

  private static Set<String> metricNames(Gate gate, JobDocument job) {
    return job.tasks().stream()
        .filter(task -> gate.task() == null || task.name().equals(gate.task()))
        .flatMap(task -> task.metrics().stream())
        .map(MetricSpec::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

package io.assay.producer.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.document.DidYouMean;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.metric.Asks;
import io.assay.tasks.metric.Metrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sees to metrics that ask other models: their judges are in the job, there is somebody to compare
/// with. Writes the judges that a metric leaves open into it, so that its signature names them.
final class JudgeCheck {

  private static final String JUDGES = "judges";
  private static final String AGAINST = "against";

  private final Findings findings;
  private final List<String> judges;
  private final List<String> models;

  JudgeCheck(JobDocument job, Findings findings) {
    this.findings = findings;
    this.judges = job.judges().stream().map(ModelSpec::id).toList();
    this.models = job.models().stream().map(ModelSpec::id).toList();
  }

  /// The document with all metrics' judges named.
  JobDocument checked(JobDocument job) {
    var tasks = new ArrayList<TaskSpec>();
    boolean asked = false;
    for (int i = 0; i < job.tasks().size(); i++) {
      var task = job.tasks().get(i);
      tasks.add(checked(task, "tasks[" + i + "].metrics"));
      asked |= task.metrics().stream().anyMatch(each -> Metrics.asks(each) != Asks.NOTHING);
    }
    if (!judges.isEmpty() && !asked) {
      findings.add(
          JUDGES,
          "the job has judges, but no metric that asks them",
          "add a metric such as judge_score, judge_pass, win_rate or semantic_similarity, or leave"
              + " out judges");
    }
    return new JobDocument(
        job.name(),
        job.description(),
        job.models(),
        job.judges(),
        tasks,
        job.limits(),
        job.gates());
  }

  private TaskSpec checked(TaskSpec task, String at) {
    var metrics = new ArrayList<MetricSpec>();
    for (int i = 0; i < task.metrics().size(); i++) {
      metrics.add(checked(task.metrics().get(i), task, at + "[" + i + "]"));
    }
    return task.measuring(metrics);
  }

  private MetricSpec checked(MetricSpec spec, TaskSpec task, String at) {
    var asks = Metrics.asks(spec);
    if (asks == Asks.NOTHING || findings.any(at)) {
      return spec;
    }
    if (judges.isEmpty()) {
      findings.add(
          at,
          "metric " + spec.name() + " asks other models, but the job has no judges",
          "add judges: [model] to the job");
      return spec;
    }
    if (asks == Asks.JUDGES_AND_RIVALS) {
      rivals(spec, models.stream().filter(task::asks).toList(), at);
    }
    JsonNode named = spec.params().get(JUDGES);
    if (named != null) {
      named(named, at + ".params.judges");
      return spec;
    }
    return valid(withAllJudges(spec), at);
  }

  private void rivals(MetricSpec spec, List<String> rivals, String at) {
    if (rivals.size() < 2) {
      findings.add(
          at,
          "metric " + spec.name() + " compares models, but the task has only one",
          "add another model, or compare with the targets: params: {against: target}");
    }
    JsonNode against = spec.params().get(AGAINST);
    if (against != null
        && !against.asText().equals("models")
        && !rivals.contains(against.asText())) {
      var known = new ArrayList<>(rivals);
      known.addAll(List.of("models", "target"));
      findings.add(
          at + ".params.against",
          "model " + against.asText() + " is not in this task",
          DidYouMean.of(against.asText(), known, "rivals"));
    }
  }

  private void named(JsonNode named, String at) {
    for (JsonNode each : named.isArray() ? named : List.of(named)) {
      if (!judges.contains(each.asText())) {
        findings.add(
            at,
            "judge " + each.asText() + " is not among the job's judges",
            DidYouMean.of(each.asText(), judges, "judges of this job"));
      }
    }
  }

  private MetricSpec withAllJudges(MetricSpec spec) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    judges.forEach(all::add);
    Map<String, JsonNode> params = new HashMap<>(spec.params());
    params.put(JUDGES, all);
    return new MetricSpec(spec.metric(), spec.name(), params);
  }

  /// A metric for one judge cannot take all of several.
  private MetricSpec valid(MetricSpec spec, String at) {
    try {
      var _ = Metrics.create(spec);
    } catch (IllegalArgumentException e) {
      findings.add(
          at,
          String.valueOf(e.getMessage()),
          "name them: params: {judges: [" + judges.getFirst() + "]}");
    }
    return spec;
  }
}

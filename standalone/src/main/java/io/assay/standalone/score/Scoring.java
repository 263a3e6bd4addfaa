package io.assay.standalone.score;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.PromptSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.standalone.client.AssayException;
import io.assay.tasks.aggregate.ScoreTable;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.Metrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges every answer and adds up, as scorer and aggregator do with a job's outputs.
final class Scoring {

  private static final String JOB = "score";

  private final List<Metric> metrics;
  private final TaskSpec task;

  /// @throws IllegalArgumentException where a metric or a parameter is unknown or wrong
  Scoring(List<MetricSpec> metrics) {
    this.metrics = metrics.stream().map(Metrics::create).toList();
    this.task =
        new TaskSpec(
            JOB,
            this.metrics.getFirst().info().taskTypes().getFirst(),
            DatasetSpec.file("none"),
            FieldMapping.DEFAULTS,
            PromptSpec.DEFAULTS,
            GenerationSettings.DEFAULTS,
            metrics,
            1);
  }

  /// What is measured.
  List<Metric> metrics() {
    return metrics;
  }

  /// The numbers of one system.
  ///
  /// @throws AssayException where no item could be scored
  Scored of(String system, List<Segment> segments) {
    var table = new ScoreTable(JOB, system, List.of(task));
    var scores = new ArrayList<Score>(segments.size());
    var refused = new ArrayList<String>();
    for (Segment segment : segments) {
      var score = score(system, segment, refused);
      table.put(score);
      scores.add(score);
    }
    if (refused.size() == segments.size()) {
      throw new AssayException(
          "nothing of " + system + " could be scored; first: " + refused.getFirst());
    }
    return new Scored(system, table.finalSnapshots(Instant.now()), scores, refused);
  }

  private Score score(String system, Segment segment, List<String> refused) {
    var contributions = new ArrayList<Contribution>();
    Answer answer = segment.answers().get(system);
    if (answer == null) {
      throw new AssayException(segment.place() + " has no answer of " + system);
    }
    for (Metric metric : metrics) {
      switch (metric.judge(segment.sample(), answer)) {
        case Judgement.Judged judged -> contributions.add(judged.contribution());
        case Judgement.NotApplicable _ -> {}
        case Judgement.Unjudgeable unfit -> {
          String reason = metric.spec().name() + ": " + unfit.reason();
          refused.add(segment.place() + ": " + reason);
          return score(system, segment, Status.FAILED_MODEL, List.of(), Optional.of(reason));
        }
        case Judgement.NotJudged none -> {
          String reason = metric.spec().name() + ": " + none.reason();
          refused.add(segment.place() + ": " + reason);
          return score(system, segment, Status.FAILED_INFRA, List.of(), Optional.of(reason));
        }
      }
    }
    return score(system, segment, Status.SCORED, contributions, Optional.empty());
  }

  private static Score score(
      String system,
      Segment segment,
      Status status,
      List<Contribution> contributions,
      Optional<String> reason) {
    var key = new SampleKey(JOB, system, JOB, segment.sample().id(), 1);
    return new Score(
        key,
        key.text(),
        status,
        segment.sample().clusterOrId(),
        contributions,
        reason.orElse(null),
        null,
        Completion.Usage.UNKNOWN,
        false,
        Instant.EPOCH);
  }
}

package io.assay.contracts.wire;

import io.assay.contracts.event.Candidate;
import io.assay.contracts.event.CatalogEntry;
import io.assay.contracts.event.Checkpoint;
import io.assay.contracts.event.DeadLetter;
import io.assay.contracts.event.Event;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Progress;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Topics;
import io.assay.contracts.event.WorkerState;

/// Each event's CloudEvents type and topic. A breaking change of an event is a new version here.
public enum EventType {
  CATALOG_ENTRY("io.assay.model.v1", Topics.MODELS, CatalogEntry.class),
  JOB("io.assay.job.v1", Topics.JOBS, Job.class),
  CHECKPOINT("io.assay.checkpoint.v1", Topics.CHECKPOINTS, Checkpoint.class),
  PROMPT("io.assay.prompt.v1", Topics.PROMPTS + "{pool}", Prompt.class),
  OUTPUT("io.assay.output.v1", Topics.OUTPUTS, Output.class),
  CANDIDATE("io.assay.candidate.v1", Topics.CANDIDATES, Candidate.class),
  SCORE("io.assay.score.v1", Topics.SCORES, Score.class),
  METRIC("io.assay.metric.v1", Topics.METRICS, MetricSnapshot.class),
  PROGRESS("io.assay.progress.v1", Topics.PROGRESS, Progress.class),
  DEAD_LETTER("io.assay.dead-letter.v1", Topics.DEAD_LETTERS, DeadLetter.class),
  WORKER("io.assay.worker.v1", Topics.WORKERS, WorkerState.class);

  private final String cloudEventsType;
  private final String topic;
  private final Class<? extends Event> event;

  EventType(String cloudEventsType, String topic, Class<? extends Event> event) {
    this.cloudEventsType = cloudEventsType;
    this.topic = topic;
    this.event = event;
  }

  /// The value of the header `ce_type`.
  public String cloudEventsType() {
    return cloudEventsType;
  }

  /// The topic, with `{pool}` where it differs by pool.
  public String topic() {
    return topic;
  }

  /// The record that travels there.
  public Class<? extends Event> event() {
    return event;
  }

  /// The type of an event.
  public static EventType of(Event event) {
    return switch (event) {
      case CatalogEntry _ -> CATALOG_ENTRY;
      case Job _ -> JOB;
      case Checkpoint _ -> CHECKPOINT;
      case Prompt _ -> PROMPT;
      case Output _ -> OUTPUT;
      case Candidate _ -> CANDIDATE;
      case Score _ -> SCORE;
      case MetricSnapshot _ -> METRIC;
      case Progress _ -> PROGRESS;
      case DeadLetter _ -> DEAD_LETTER;
      case WorkerState _ -> WORKER;
    };
  }
}

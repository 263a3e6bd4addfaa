package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;

/// What travels on a topic.
public sealed interface Event
    permits CatalogEntry,
        Job,
        Checkpoint,
        Prompt,
        Output,
        Candidate,
        Score,
        MetricSnapshot,
        Progress,
        DeadLetter,
        WorkerState {

  /// The record's key; see [Keys].
  @JsonIgnore
  String recordKey();
}

package io.assay.tasks.metric;

/// What a metric needs beside a sample and an answer.
public enum Asks {
  /// Nothing: it judges by itself.
  NOTHING,
  /// Other models' opinion.
  JUDGES,
  /// Other models' opinion of answers that are compared with those of the job's other models.
  JUDGES_AND_RIVALS
}

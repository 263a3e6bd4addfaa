package io.assay.contracts.event;

/// How a prompt was settled. Every issued prompt ends in exactly one of these.
public enum Status {
  /// The model answered and the answer was scored.
  SCORED,
  /// The model refused, or its answer could not be judged.
  FAILED_MODEL,
  /// The model could not be reached, or the provider failed.
  FAILED_INFRA,
  /// No answer within the call's time limit.
  TIMEOUT,
  /// Not asked: a limit of cost, tokens or length was reached.
  LIMIT,
  /// Not asked: the job was cancelled.
  SKIPPED,
  /// Given up after it had been delivered too often without an outcome.
  DEAD_LETTER
}

package io.assay.contracts.event;

/// Settled prompts by [Status]. Together with those in flight they make up what was issued.
public record Counts(
    long scored,
    long failedByModel,
    long failedByInfrastructure,
    long timedOut,
    long overLimit,
    long skipped,
    long deadLettered) {

  /// Nothing settled.
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

  /// These counts and `n` more (or, negative, fewer) of one status.
  public Counts plus(Status status, long n) {
    return switch (status) {
      case SCORED -> with(scored + n, failedByModel, failedByInfrastructure, timedOut, overLimit);
      case FAILED_MODEL ->
          with(scored, failedByModel + n, failedByInfrastructure, timedOut, overLimit);
      case FAILED_INFRA ->
          with(scored, failedByModel, failedByInfrastructure + n, timedOut, overLimit);
      case TIMEOUT -> with(scored, failedByModel, failedByInfrastructure, timedOut + n, overLimit);
      case LIMIT -> with(scored, failedByModel, failedByInfrastructure, timedOut, overLimit + n);
      case SKIPPED ->
          new Counts(
              scored,
              failedByModel,
              failedByInfrastructure,
              timedOut,
              overLimit,
              skipped + n,
              deadLettered);
      case DEAD_LETTER ->
          new Counts(
              scored,
              failedByModel,
              failedByInfrastructure,
              timedOut,
              overLimit,
              skipped,
              deadLettered + n);
    };
  }

  private Counts with(long scored, long model, long infrastructure, long timedOut, long limit) {
    return new Counts(scored, model, infrastructure, timedOut, limit, skipped, deadLettered);
  }

  /// How many prompts have their final status.
  public long settled() {
    return scored + missing();
  }

  /// How many prompts were settled without a score.
  public long missing() {
    return failedByModel + failedByInfrastructure + timedOut + overLimit + skipped + deadLettered;
  }
}

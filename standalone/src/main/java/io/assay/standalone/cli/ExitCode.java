package io.assay.standalone.cli;

import io.assay.standalone.client.JobView;

/// What the process says when it ends.
public final class ExitCode {

  /// Done; every gate passed.
  public static final int DONE = 0;

  /// Any error that is not one of the others.
  public static final int ERROR = 1;

  /// A gate failed.
  public static final int GATE_FAILED = 2;

  /// Samples are unsettled, or more failed than the job allows. Comes before a failed gate: a
  /// verdict over incomplete numbers is no verdict.
  public static final int INCOMPLETE = 3;

  private ExitCode() {}

  /// The exit code of a job that has ended.
  public static int of(JobView job) {
    return switch (job.state()) {
      case "COMPLETED" -> completed(job);
      case "CANCELLED" -> INCOMPLETE;
      default -> ERROR;
    };
  }

  private static int completed(JobView job) {
    if (job.models().stream().anyMatch(model -> incomplete(model.counts(), job))) {
      return INCOMPLETE;
    }
    return job.verdicts().stream().allMatch(JobView.Verdict::passed) ? DONE : GATE_FAILED;
  }

  private static boolean incomplete(JobView.Counts counts, JobView job) {
    return counts.inFlight() > 0
        || counts.issued() < counts.total()
        || counts.missing() > job.failOnError() * counts.total();
  }
}

package io.assay.dashboard.stream;

/// What a connection wants to see.
sealed interface Scope {

  /// One job.
  record OneJob(String jobId) implements Scope {}

  /// The list of jobs.
  record AllJobs() implements Scope {}

  /// Reads `job:ID` or `jobs`.
  ///
  /// @throws IllegalArgumentException where it is neither
  static Scope parse(String text) {
    if (text.equals("jobs")) {
      return new AllJobs();
    }
    if (text.startsWith("job:") && text.length() > 4) {
      return new OneJob(text.substring(4));
    }
    throw new IllegalArgumentException(
        "scope is '" + text + "', expected job:ID or jobs: /api/live?scope=jobs");
  }
}

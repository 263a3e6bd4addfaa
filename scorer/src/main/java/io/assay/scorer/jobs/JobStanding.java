package io.assay.scorer.jobs;

import io.assay.contracts.event.Job;

/// What is known of a job.
public sealed interface JobStanding {

  /// It goes on.
  record Open(Job job) implements JobStanding {}

  /// Nothing will happen to it any more.
  record Ended() implements JobStanding {}

  /// Nobody has told of it.
  record Unknown() implements JobStanding {}
}

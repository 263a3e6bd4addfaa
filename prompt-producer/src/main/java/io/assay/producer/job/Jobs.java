package io.assay.producer.job;

import io.assay.contracts.event.Job;
import io.assay.contracts.event.Job.State;
import io.assay.contracts.event.Job.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job's next states, and what people may ask of it.
final class Jobs {

  private Jobs() {}

  /// What came of a person's command.
  sealed interface Command {

    /// The job changes.
    record Change(Job job) implements Command {}

    /// It is so already.
    record NoChange(Job job) implements Command {}

    /// It cannot be done.
    record Impossible(String reason) implements Command {}

    /// There is no such job.
    record Unknown(String reason) implements Command {}
  }

  static Job running(Job job, Instant now) {
    return with(job, State.RUNNING, job.issued(), job.verdicts(), now, null);
  }

  static Job finishing(Job job, Map<String, Long> issued) {
    return with(job, State.FINISHING, issued, job.verdicts(), job.startedAt(), null);
  }

  static Job ended(Job job, List<Verdict> verdicts, Instant now) {
    State state = job.failed() ? State.FAILED : job.cancelled() ? State.CANCELLED : State.COMPLETED;
    return with(job, state, job.issued(), verdicts, job.startedAt(), now);
  }

  static Job failed(Job job, String message) {
    return stopped(job, job.state(), job.cancelled(), true, message);
  }

  static Job saying(Job job, @Nullable String message) {
    return stopped(job, job.state(), job.cancelled(), job.failed(), message);
  }

  static Command cancel(Job job) {
    if (job.cancelled()) {
      return new Command.NoChange(job);
    }
    return switch (job.state()) {
      case QUEUED, RUNNING, PAUSED ->
          new Command.Change(stopped(job, job.state(), true, job.failed(), job.message()));
      case FINISHING -> new Command.Impossible("all its samples are settled, it is about to end");
      case COMPLETED, CANCELLED, FAILED -> ended(job);
    };
  }

  static Command pause(Job job) {
    if (job.cancelled() || job.failed()) {
      return new Command.Impossible("it is being ended");
    }
    return switch (job.state()) {
      case QUEUED, RUNNING -> new Command.Change(inState(job, State.PAUSED));
      case PAUSED -> new Command.NoChange(job);
      case FINISHING -> new Command.Impossible("all its samples are settled, it is about to end");
      case COMPLETED, CANCELLED, FAILED -> ended(job);
    };
  }

  static Command resume(Job job) {
    return switch (job.state()) {
      case PAUSED ->
          new Command.Change(inState(job, job.startedAt() == null ? State.QUEUED : State.RUNNING));
      case QUEUED, RUNNING, FINISHING -> new Command.NoChange(job);
      case COMPLETED, CANCELLED, FAILED -> ended(job);
    };
  }

  private static Command ended(Job job) {
    return new Command.Impossible("it has ended (" + word(job.state()) + ")");
  }

  static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Job inState(Job job, State state) {
    return stopped(job, state, job.cancelled(), job.failed(), job.message());
  }

  private static Job stopped(
      Job job, State state, boolean cancelled, boolean failed, @Nullable String message) {
    return new Job(
        job.jobId(),
        job.document(),
        job.source(),
        job.baseDir(),
        state,
        cancelled,
        failed,
        job.datasets(),
        job.totals(),
        job.issued(),
        job.verdicts(),
        message,
        job.submittedAt(),
        job.startedAt(),
        job.endedAt());
  }

  private static Job with(
      Job job,
      State state,
      Map<String, Long> issued,
      List<Verdict> verdicts,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {
    return new Job(
        job.jobId(),
        job.document(),
        job.source(),
        job.baseDir(),
        state,
        job.cancelled(),
        job.failed(),
        job.datasets(),
        job.totals(),
        issued,
        verdicts,
        job.message(),
        job.submittedAt(),
        startedAt,
        endedAt);
  }
}

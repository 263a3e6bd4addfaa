package io.assay.producer.job;

import io.assay.contracts.event.Job;
import io.assay.producer.validate.Checked;
import io.assay.producer.validate.JobValidator;
import io.assay.producer.validate.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people do with jobs: check, submit, cancel, pause, resume, delete. Safe for use by several
/// threads.
@ApplicationScoped
public class JobDesk {

  private final JobValidator validator;
  private final Workspace workspace;
  private final DispatcherThread dispatcher;
  private final Deletion deletion;

  JobDesk(
      JobValidator validator, Workspace workspace, DispatcherThread dispatcher, Deletion deletion) {
    this.deletion = deletion;
    this.validator = validator;
    this.workspace = workspace;
    this.dispatcher = dispatcher;
  }

  /// What came of a submission.
  public sealed interface Submitted {

    /// The job is on its way.
    record Accepted(Job job) implements Submitted {}

    /// It was refused, for all these reasons.
    record Refused(Checked.Refused because) implements Submitted {}
  }

  /// What came of a command.
  public sealed interface Outcome {

    /// It is as asked.
    record Done(String jobId, Job.State state) implements Outcome {}

    /// The job is no more.
    record Deleted(String jobId) implements Outcome {}

    /// It cannot be done.
    record Impossible(String reason) implements Outcome {}

    /// There is no such job.
    record Unknown(String reason) implements Outcome {}
  }

  /// Only checks a submission.
  public Checked check(Submission submission) {
    var files = workspace.files("check-" + JobIds.next(Instant.now()));
    try {
      return validator.check(submission, files);
    } finally {
      files.delete();
    }
  }

  /// Checks a submission and starts it if nothing is wrong.
  public Submitted submit(Submission submission) {
    var now = Instant.now();
    String jobId = JobIds.next(now);
    var files = workspace.files(jobId);
    var checked = validator.check(submission, files);
    return switch (checked) {
      case Checked.Refused refused -> {
        files.delete();
        yield new Submitted.Refused(refused);
      }
      case Checked.Accepted accepted ->
          new Submitted.Accepted(dispatcher.submit(job(jobId, submission, accepted, now)));
    };
  }

  private static Job job(
      String jobId, Submission submission, Checked.Accepted accepted, Instant now) {
    return new Job(
        jobId,
        accepted.document(),
        submission.document(),
        submission.baseDir(),
        Job.State.QUEUED,
        false,
        false,
        accepted.datasets(),
        accepted.totals(),
        Map.of(),
        List.of(),
        accepted.note(),
        now,
        null,
        null);
  }

  /// Ends a job early; what is in flight is skipped by the workers.
  public Outcome cancel(String jobId) {
    return outcome(jobId, dispatcher.command(jobId, Jobs::cancel));
  }

  /// Issues nothing new; what is in flight is settled.
  public Outcome pause(String jobId) {
    return outcome(jobId, dispatcher.command(jobId, Jobs::pause));
  }

  /// Goes on with a paused job.
  public Outcome resume(String jobId) {
    return outcome(jobId, dispatcher.command(jobId, Jobs::resume));
  }

  /// Removes a job that has ended, with its scores, metrics and media.
  public Outcome delete(String jobId) {
    var reason = dispatcher.undeletable(jobId);
    if (reason.isPresent()) {
      return outcome(jobId, reason.get());
    }
    try {
      deletion.delete(jobId);
    } catch (IOException e) {
      return new Outcome.Impossible("its media could not be removed: " + e.getMessage());
    }
    dispatcher.forget(jobId);
    return new Outcome.Deleted(jobId);
  }

  private static Outcome outcome(String jobId, Jobs.Command command) {
    return switch (command) {
      case Jobs.Command.Change(Job job) -> new Outcome.Done(jobId, job.state());
      case Jobs.Command.NoChange(Job job) -> new Outcome.Done(jobId, job.state());
      case Jobs.Command.Impossible(String reason) -> new Outcome.Impossible(reason);
      case Jobs.Command.Unknown(String reason) -> new Outcome.Unknown(reason);
    };
  }

  /// Why no prompts can be issued at present; empty while all is well.
  public Optional<String> trouble() {
    return dispatcher.trouble();
  }
}

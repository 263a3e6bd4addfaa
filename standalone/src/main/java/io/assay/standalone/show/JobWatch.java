package io.assay.standalone.show;

import io.assay.standalone.client.AssayClient;
import io.assay.standalone.client.AssayException;
import io.assay.standalone.client.JobView;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Follows one job until its results are final.
public final class JobWatch {

  private static final long INTERVAL_MS = 200;
  private static final int LOST_AFTER = 150;
  private static final int UNKNOWN_AFTER = 25;

  private final AssayClient client;
  private final Terminal terminal;

  /// @param client the server that has the job
  /// @param terminal where progress and results are shown
  public JobWatch(AssayClient client, Terminal terminal) {
    this.client = client;
    this.terminal = terminal;
  }

  /// Shows progress until the job has ended and its final metrics are there, then the results. A
  /// paused job is waited for.
  ///
  /// @return the job as it ended
  public JobView untilSettled(String jobId) throws InterruptedException {
    terminal.say("Job " + jobId + ": " + client.server().resolve("/jobs/" + jobId));
    var progress = new ProgressDisplay(terminal);
    String state = "";
    String said = "";
    for (int unanswered = 0; ; TimeUnit.MILLISECONDS.sleep(INTERVAL_MS)) {
      JobView job = look(jobId, unanswered);
      if (job == null) {
        unanswered++;
        continue;
      }
      unanswered = 0;
      state = sayWhenPaused(job, state);
      said = sayWhatIsNew(job, said);
      progress.show(job);
      if (job.settled()) {
        new Results(job, Failures.of(job, client)).print(terminal);
        return job;
      }
    }
  }

  /// The server may be restarting, and a new job takes a moment to appear.
  private @Nullable JobView look(String jobId, int unanswered) {
    try {
      JobView job = client.job(jobId);
      if (job == null && unanswered > UNKNOWN_AFTER) {
        throw new AssayException("there is no job " + jobId + ". See them: ./assay jobs");
      }
      return job;
    } catch (AssayException e) {
      if (unanswered > LOST_AFTER || e.getCause() == null) {
        throw e;
      }
      return null;
    }
  }

  private String sayWhatIsNew(JobView job, String before) {
    String message = Objects.requireNonNullElse(job.message(), "");
    if (!message.isEmpty() && !message.equals(before) && !job.settled()) {
      terminal.say(message);
    }
    return message;
  }

  private String sayWhenPaused(JobView job, String before) {
    if (job.state().equals("PAUSED") && !before.equals("PAUSED")) {
      terminal.say("The job is paused; it goes on with: ./assay run --resume " + job.jobId());
    }
    return job.state();
  }
}

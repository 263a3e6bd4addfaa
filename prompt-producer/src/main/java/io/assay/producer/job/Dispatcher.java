package io.assay.producer.job;

import io.assay.contracts.event.Checkpoint;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.Job.State;
import io.assay.contracts.event.Job.Verdict;
import io.assay.contracts.event.Progress;
import io.assay.producer.ProducerConfig;
import io.assay.producer.dataset.DatasetException;
import io.assay.producer.kafka.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Carries the jobs on: takes in what people ask and the scorer reports, issues prompts, writes the
/// jobs' states. All of it happens on the thread of [DispatcherThread].
@ApplicationScoped
class Dispatcher {

  private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
  private static final Duration LOOK_FOR_STALLED = Duration.ofSeconds(1);

  private final ProducerConfig config;
  private final EventLog log;
  private final Recovery recovery;
  private final Issuer issuer;
  private final FinalMetrics finalMetrics;
  private final Workspace workspace;
  private final PoolWatch pools;
  private final Map<String, ActiveJob> active = new LinkedHashMap<>();
  private final Map<String, State> ended = new HashMap<>();
  private Instant lookedForStalled = Instant.MIN;

  Dispatcher(
      ProducerConfig config,
      EventLog log,
      Recovery recovery,
      Issuer issuer,
      FinalMetrics finalMetrics,
      Workspace workspace,
      PoolWatch pools) {
    this.config = config;
    this.log = log;
    this.recovery = recovery;
    this.issuer = issuer;
    this.finalMetrics = finalMetrics;
    this.workspace = workspace;
    this.pools = pools;
  }

  /// Takes up the jobs that were open when the service last stopped.
  ///
  /// @return since when reports matter: the submission of the oldest open job
  Instant recover() {
    var found = recovery.jobs();
    ended.putAll(found.ended());
    var checkpoints = recovery.checkpoints(found.open().keySet());
    found.open().values().forEach(job -> open(job, checkpoints.get(job.jobId())));
    if (!active.isEmpty()) {
      LOG.log(System.Logger.Level.INFO, "found {0} open jobs", active.size());
    }
    List.copyOf(active.values()).forEach(this::pauseUnlessContinued);
    return found.open().values().stream()
        .map(Job::submittedAt)
        .min(Instant::compareTo)
        .orElseGet(Instant::now);
  }

  private void pauseUnlessContinued(ActiveJob active) {
    var job = active.ledger().job();
    boolean goesOn = config.continued().equals("all") || config.continued().equals(job.jobId());
    if (!goesOn && Jobs.pause(job) instanceof Jobs.Command.Change(Job paused)) {
      write(active, paused);
    }
  }

  private void open(Job job, @Nullable Checkpoint checkpoint) {
    var ledger =
        new Ledger(job, checkpoint, config.window(), config.unsettledAfter(), Instant.now());
    active.put(job.jobId(), new ActiveJob(ledger, workspace.files(job.jobId())));
  }

  /// Accepts a job.
  Job submit(Job job) {
    log.write(job);
    open(job, null);
    return job;
  }

  /// Does what a person asks of a job, if it can be done.
  Jobs.Command command(String jobId, Function<Job, Jobs.Command> change) {
    var job = active.get(jobId);
    if (job == null) {
      var state = ended.get(jobId);
      return state == null
          ? new Jobs.Command.Unknown("there is no job " + jobId)
          : new Jobs.Command.Impossible("job " + jobId + " has ended (" + Jobs.word(state) + ")");
    }
    var command = change.apply(job.ledger().job());
    if (command instanceof Jobs.Command.Change(Job changed)) {
      write(job, changed);
    }
    return command;
  }

  /// Whether a job may be deleted: a reason why not, or nothing.
  Optional<Jobs.Command> undeletable(String jobId) {
    var job = active.get(jobId);
    if (job != null) {
      return Optional.of(
          new Jobs.Command.Impossible(
              "it has not ended (%s): cancel it first"
                  .formatted(Jobs.word(job.ledger().job().state()))));
    }
    return ended.containsKey(jobId)
        ? Optional.empty()
        : Optional.of(new Jobs.Command.Unknown("there is no job " + jobId));
  }

  /// A job was deleted.
  void forget(String jobId) {
    ended.remove(jobId);
  }

  /// Books a report of the scorer.
  void report(Progress progress) {
    var job = active.get(progress.jobId());
    if (job != null) {
      job.ledger().settle(progress, Instant.now());
    }
  }

  /// Does what is due.
  ///
  /// @return whether something was issued, so that more may be due at once
  boolean turn() {
    for (var job : List.copyOf(active.values())) {
      step(job);
    }
    var turns = new ArrayList<>(active.values());
    int issued = issuer.issue(turns, config.batchSize(), this::fail);
    nextInTurn();
    reissueStalled();
    return issued > 0;
  }

  private void step(ActiveJob job) {
    var ledger = job.ledger();
    switch (ledger.next()) {
      case START -> write(job, ledger.running(Instant.now()));
      case FINISH -> write(job, ledger.finishing());
      case CONCLUDE -> conclude(job);
      case WAIT -> {}
    }
  }

  private void conclude(ActiveJob job) {
    var state = job.ledger().job();
    write(job, Jobs.ended(PoolWatch.ended(state), verdicts(state), Instant.now()));
    ended.put(state.jobId(), job.ledger().job().state());
    active.remove(state.jobId());
    job.close();
  }

  /// A job that did not run to its end has no final say on its gates.
  private List<Verdict> verdicts(Job job) {
    boolean judged = !job.failed() && !job.cancelled() && !job.document().gates().isEmpty();
    return judged ? Gates.verdicts(job.document(), finalMetrics.of(job)) : List.of();
  }

  private void write(ActiveJob job, Job state) {
    log.write(state);
    job.ledger().accept(state);
  }

  private void fail(Issuer.Failure failure) {
    var job = failure.job().ledger().job();
    LOG.log(System.Logger.Level.ERROR, "job {0} failed: {1}", job.jobId(), failure.message());
    write(failure.job(), Jobs.failed(job, failure.message()));
    failure.job().rewind();
  }

  /// The job that was first is last in the next turn.
  private void nextInTurn() {
    if (active.size() > 1) {
      var first = active.entrySet().iterator().next();
      active.remove(first.getKey());
      active.put(first.getKey(), first.getValue());
    }
  }

  private void reissueStalled() {
    var now = Instant.now();
    if (now.isBefore(lookedForStalled.plus(LOOK_FOR_STALLED))) {
      return;
    }
    lookedForStalled = now;
    List.copyOf(active.values()).forEach(job -> sayWhoWaits(job, now));
    for (var job : active.values()) {
      pools.waiting(job.ledger().job(), now).forEach(model -> job.ledger().waits(model, now));
      for (String model : job.ledger().stalled(now)) {
        reissue(job, model);
      }
    }
  }

  private void sayWhoWaits(ActiveJob job, Instant now) {
    pools.changed(job.ledger().job(), now).ifPresent(changed -> write(job, changed));
  }

  private void reissue(ActiveJob job, String model) {
    try {
      issuer.reissue(job, model);
    } catch (DatasetException e) {
      LOG.log(
          System.Logger.Level.ERROR,
          "job {0}: unsettled prompts cannot be issued again: {1}",
          job.ledger().job().jobId(),
          e.getMessage());
      job.ledger().reissued(model, true, Instant.now());
    }
  }

  /// Takes the positions from the topic, after it became doubtful what was written.
  void resynchronise() {
    var checkpoints = recovery.checkpoints(active.keySet());
    for (var job : active.values()) {
      job.rewind();
      var written = checkpoints.get(job.ledger().job().jobId());
      if (written != null) {
        job.ledger().correct(written);
      }
    }
  }

  /// Lets go of files and cursors.
  void close() {
    active.values().forEach(ActiveJob::rewind);
  }

  /// How many jobs are open.
  int openJobs() {
    return active.size();
  }

  /// Prompts that are out, over all jobs.
  long inFlight() {
    return active.values().stream().mapToLong(job -> job.ledger().inFlight()).sum();
  }
}

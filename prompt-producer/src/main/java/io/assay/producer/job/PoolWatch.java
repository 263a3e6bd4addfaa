package io.assay.producer.job;

import io.assay.contracts.event.Job;
import io.assay.contracts.event.WorkerState;
import io.assay.contracts.spec.ModelSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says in a job's message that its prompts lie in a pool that no worker serves, or that one of its
/// models gives no answers, and takes it back when that is over. A worker that has just started
/// gets a moment to be heard of.
@ApplicationScoped
class PoolWatch {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String BEGIN = "Nobody serves the pool ";
  private static final String OUTAGE = "No answers from ";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ServedPools pools;
  private final Instant begun;

  @jakarta.inject.Inject
  PoolWatch(ServedPools pools) {
    this(pools, Instant.now());
  }

  PoolWatch(ServedPools pools, Instant begun) {
    this.pools = pools;
    this.begun = begun;
  }

  /// The job with the message that it should have, if that is another one.
  Optional<Job> changed(Job job, Instant now) {
    if (now.isBefore(begun.plus(PATIENCE)) || now.isBefore(job.submittedAt().plus(PATIENCE))) {
      return Optional.empty();
    }
    var parts = new ArrayList<String>();
    String own = own(job.message());
    if (!own.isEmpty()) {
      parts.add(own);
    }
    boolean waits = job.state() == Job.State.QUEUED || job.state() == Job.State.RUNNING;
    if (waits && !job.cancelled() && !job.failed()) {
      warnings(job, now).forEach(parts::add);
      pools.outages(job.jobId(), now).forEach(outage -> parts.add(words(outage)));
    }
    String message = String.join(" ", parts);
    return message.equals(job.message() == null ? "" : job.message())
        ? Optional.empty()
        : Optional.of(Jobs.saying(job, message.isEmpty() ? null : message));
  }

  /// The job without what this class says of it: nothing waits when it has ended.
  static Job ended(Job job) {
    String own = own(job.message());
    return Jobs.saying(job, own.isEmpty() ? null : own);
  }

  /// The models of a job that give no answers, so that their samples wait.
  List<String> waiting(Job job, Instant now) {
    return pools.outages(job.jobId(), now).stream().map(WorkerState.Outage::model).toList();
  }

  private List<String> warnings(Job job, Instant now) {
    return job.document().models().stream()
        .map(ModelSpec::pool)
        .distinct()
        .filter(pool -> !pools.serves(pool, now))
        .map(pool -> warning(job, pool))
        .toList();
  }

  private static String warning(Job job, String pool) {
    var waiting =
        job.document().models().stream()
            .filter(model -> model.pool().equals(pool))
            .map(ModelSpec::id)
            .toList();
    return BEGIN
        + pool
        + ", which "
        + String.join(", ", waiting)
        + (waiting.size() == 1 ? " waits" : " wait")
        + " for: start a worker that does (an evaluator with ASSAY_EVALUATOR_POOLS="
        + pool
        + ").";
  }

  private static String words(WorkerState.Outage outage) {
    return OUTAGE
        + outage.model()
        + " since "
        + TIME.format(outage.since())
        + " UTC: "
        + outage.reason().replaceAll("[?.!]+$", "")
        + ". Its samples wait and are tried again until "
        + TIME.format(outage.until())
        + ", then they fail.";
  }

  /// What the message said before this class did.
  private static String own(@Nullable String message) {
    if (message == null) {
      return "";
    }
    int end = message.length();
    for (String begin : List.of(BEGIN, OUTAGE)) {
      int at = message.indexOf(begin);
      end = at < 0 ? end : Math.min(end, at);
    }
    return message.substring(0, end).strip();
  }
}

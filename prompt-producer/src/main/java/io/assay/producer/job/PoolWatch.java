package io.assay.producer.job;

import io.assay.contracts.event.Job;
import io.assay.contracts.spec.ModelSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says in a job's message that its prompts lie in a pool that no worker serves, and takes it back
/// when one does. A worker that has just started gets a moment to be heard of.
@ApplicationScoped
class PoolWatch {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String BEGIN = "Nobody serves the pool ";

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
    }
    String message = String.join(" ", parts);
    return message.equals(job.message() == null ? "" : job.message())
        ? Optional.empty()
        : Optional.of(Jobs.saying(job, message.isEmpty() ? null : message));
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

  /// What the message said before this class did.
  private static String own(@Nullable String message) {
    if (message == null) {
      return "";
    }
    int at = message.indexOf(BEGIN);
    return (at < 0 ? message : message.substring(0, at)).strip();
  }
}

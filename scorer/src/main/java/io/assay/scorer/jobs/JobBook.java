package io.assay.scorer.jobs;

import io.assay.contracts.event.Job;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What is known of all jobs: those that have not ended, and the ids of those that have. Fed from
/// `assay.jobs`, which has one partition, so offsets tell old from new. Safe for use by many
/// threads.
public final class JobBook {

  private final Map<String, Job> open = new ConcurrentHashMap<>();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private long next;

  /// Takes in a record; one that was seen before changes nothing.
  ///
  /// @param job absent where the job was deleted, which ends it
  public synchronized void learn(long offset, String jobId, @Nullable Job job) {
    if (offset < next) {
      return;
    }
    next = offset + 1;
    if (job == null || job.state().ended()) {
      ended.add(jobId);
      open.remove(jobId);
    } else {
      open.put(jobId, job);
    }
  }

  /// Passes over a record that cannot be read.
  public synchronized void skip(long offset) {
    next = Math.max(next, offset + 1);
  }

  /// The offset after the last record that was learned.
  public synchronized long next() {
    return next;
  }

  /// Where a job stands, as far as it was learned.
  public JobStanding find(String jobId) {
    if (ended.contains(jobId)) {
      return new JobStanding.Ended();
    }
    var job = open.get(jobId);
    return job == null ? new JobStanding.Unknown() : new JobStanding.Open(job);
  }

  /// Whether nothing will happen to this job any more.
  public boolean hasEnded(String jobId) {
    return ended.contains(jobId);
  }

  /// The jobs that wait for their final metrics.
  public Collection<Job> finishing() {
    return List.copyOf(
        open.values().stream().filter(job -> job.state() == Job.State.FINISHING).toList());
  }
}

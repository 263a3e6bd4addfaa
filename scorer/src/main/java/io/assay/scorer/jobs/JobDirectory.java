package io.assay.scorer.jobs;

import io.assay.contracts.event.Job;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Looks jobs up. A score may arrive before the channel of jobs has brought its job, which was
/// written first: then the topic is read up to its end.
public final class JobDirectory {

  private final JobBook book;
  private final JobsReader reader;
  private final Set<String> looked = ConcurrentHashMap.newKeySet();

  public JobDirectory(JobBook book, JobsReader reader) {
    this.book = book;
    this.reader = reader;
  }

  /// Where a job stands. Unknown means that `assay.jobs` does not hold it.
  public JobStanding find(String jobId) {
    var standing = book.find(jobId);
    if (standing instanceof JobStanding.Unknown && looked.add(jobId)) {
      reader.catchUp();
      return book.find(jobId);
    }
    return standing;
  }

  /// Whether nothing will happen to this job any more.
  public boolean hasEnded(String jobId) {
    return book.hasEnded(jobId);
  }

  /// The jobs that wait for their final metrics.
  public Collection<Job> finishing() {
    return book.finishing();
  }
}

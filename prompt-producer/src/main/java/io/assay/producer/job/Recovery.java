package io.assay.producer.job;

import io.assay.contracts.event.Checkpoint;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.Job.State;
import io.assay.contracts.event.Topics;
import io.assay.contracts.wire.EventDeserializer;
import io.assay.producer.kafka.TopicReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds out from the topics which jobs there are and how far they are.
@ApplicationScoped
class Recovery {

  private final TopicReader reader;

  Recovery(TopicReader reader) {
    this.reader = reader;
  }

  /// @param open jobs that have not ended, by id, which is the order of their submission
  /// @param ended how the others ended
  record Found(Map<String, Job> open, Map<String, State> ended) {}

  Found jobs() {
    var open = new TreeMap<String, Job>();
    var ended = new HashMap<String, State>();
    reader.readAll(
        Topics.JOBS,
        new EventDeserializer.OfJob(),
        (record, job) -> {
          open.remove(record.key());
          ended.remove(record.key());
          if (job != null && job.state().ended()) {
            ended.put(job.jobId(), job.state());
          } else if (job != null) {
            open.put(job.jobId(), job);
          }
        });
    return new Found(open, ended);
  }

  /// The last checkpoints of some jobs; none of a job of which nothing was issued.
  Map<String, Checkpoint> checkpoints(Collection<String> jobIds) {
    var wanted = List.copyOf(jobIds);
    var last = new HashMap<String, Checkpoint>();
    if (wanted.isEmpty()) {
      return last;
    }
    reader.readAll(
        Topics.CHECKPOINTS,
        new EventDeserializer.OfCheckpoint(),
        (record, checkpoint) -> {
          if (checkpoint != null && wanted.contains(record.key())) {
            last.put(record.key(), checkpoint);
          }
        });
    return last;
  }
}

package io.assay.producer.job;

import io.assay.contracts.event.Job;
import io.assay.contracts.event.Keys;
import io.assay.contracts.event.Topics;
import io.assay.contracts.wire.JobModelPartitioner;
import io.assay.producer.dataset.IdSet;
import io.assay.producer.kafka.TopicReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Finds which prompts of a model have scores, by the keys of the scores alone.
@ApplicationScoped
class SettledKeys {

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final TopicReader reader;

  SettledKeys(TopicReader reader) {
    this.reader = reader;
  }

  IdSet of(Job job, String modelId) {
    String jobAndModel = Keys.join(job.jobId(), modelId);
    int partition =
        JobModelPartitioner.partition(
            jobAndModel.getBytes(StandardCharsets.UTF_8), reader.partitionCount(Topics.SCORES));
    var keys = new IdSet();
    reader.readPartition(
        Topics.SCORES,
        partition,
        job.submittedAt().minus(CLOCKS_DIFFER),
        new ByteArrayDeserializer(),
        (record, _) -> {
          if (record.key().startsWith(jobAndModel + "|")) {
            keys.add(record.key());
          }
        });
    return keys;
  }
}

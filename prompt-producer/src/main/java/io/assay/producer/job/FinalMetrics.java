package io.assay.producer.job;

import io.assay.contracts.event.Job;
import io.assay.contracts.event.Keys;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Topics;
import io.assay.contracts.wire.EventDeserializer;
import io.assay.contracts.wire.JobModelPartitioner;
import io.assay.producer.kafka.TopicReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Reads a job's final metrics, once they were announced. They need no standing subscription: they
/// are in the topic before the last progress report is.
@ApplicationScoped
class FinalMetrics {

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final TopicReader reader;

  FinalMetrics(TopicReader reader) {
    this.reader = reader;
  }

  Collection<MetricSnapshot> of(Job job) {
    var finals = new HashMap<String, MetricSnapshot>();
    int partitions = reader.partitionCount(Topics.METRICS);
    for (var model : job.document().models()) {
      read(job, Keys.join(job.jobId(), model.id()), partitions, finals);
    }
    return finals.values();
  }

  private void read(
      Job job, String jobAndModel, int partitions, Map<String, MetricSnapshot> finals) {
    int partition =
        JobModelPartitioner.partition(jobAndModel.getBytes(StandardCharsets.UTF_8), partitions);
    reader.readPartition(
        Topics.METRICS,
        partition,
        job.submittedAt().minus(CLOCKS_DIFFER),
        new EventDeserializer.OfMetricSnapshot(),
        (record, metric) -> {
          if (metric != null && metric.last() && record.key().startsWith(jobAndModel + "|")) {
            finals.put(record.key(), metric);
          }
        });
  }
}

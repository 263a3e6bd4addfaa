package io.assay.scorer.aggregate;

import io.assay.scorer.jobs.JobsReader;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Tells the aggregator which partitions are its own. Runs on the consumer's thread, before the
/// first record of a new partition is read and before another instance gets a revoked one.
@Singleton
@Identifier("assay-aggregator")
class Assignment implements KafkaConsumerRebalanceListener {

  private final Provider<Aggregator> aggregator;
  private final JobsReader jobs;

  /// @param aggregator got late: it needs the outgoing channels, which are made after this listener
  Assignment(Provider<Aggregator> aggregator, JobsReader jobs) {
    this.aggregator = aggregator;
    this.jobs = jobs;
  }

  /// The position is the group's committed offset: the checkpoint.
  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    jobs.catchUp();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    for (TopicPartition partition : partitions) {
      int count = consumer.partitionsFor(partition.topic()).size();
      long position = consumer.position(partition);
      long end = ends.getOrDefault(partition, position);
      aggregator.get().assign(partition.partition(), count, position, end);
    }
    aggregator.get().assigned();
  }

  @Override
  public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> aggregator.get().revoke(partition.partition()));
  }
}

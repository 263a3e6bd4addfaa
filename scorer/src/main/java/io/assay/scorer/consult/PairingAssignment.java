package io.assay.scorer.consult;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Reads each partition that becomes this instance's from its beginning: there is nothing in it but
/// what waits, once it is compacted.
@Singleton
@Identifier("assay-pairing")
class PairingAssignment implements KafkaConsumerRebalanceListener {

  private final Pairings pairings;

  PairingAssignment(Pairings pairings) {
    this.pairings = pairings;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long next = consumer.position(partition);
      pairings.assign(partition.partition(), next, ends.getOrDefault(partition, next));
    }
  }

  @Override
  public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> pairings.revoke(partition.partition()));
  }
}

package io.assay.dashboard.projection;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Makes consumers go on where the store is. Remembers where the partitions ended then, which says
/// when the view has caught up.
@ApplicationScoped
@Identifier("dashboard-offsets")
public class StoredOffsets implements KafkaConsumerRebalanceListener {

  private final Projection projection;
  private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();

  @Inject
  StoredOffsets(Projection projection) {
    this.projection = projection;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    ends.putAll(consumer.endOffsets(partitions));
    for (var partition : partitions) {
      if (projection.offsets().knows(partition)) {
        consumer.seek(partition, projection.offsets().next(partition));
      } else {
        consumer.seekToBeginning(List.of(partition));
      }
    }
  }

  /// By partition, where it ended when it was assigned.
  Map<TopicPartition, Long> ends() {
    return Map.copyOf(ends);
  }
}

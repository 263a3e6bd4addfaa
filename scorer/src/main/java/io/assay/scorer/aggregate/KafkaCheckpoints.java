package io.assay.scorer.aggregate;

import io.assay.contracts.event.Topics;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Commits checkpoints as the offsets of the aggregator's group. An old one is never wrong, only
/// slower to start from, so a commit that fails is left to the next round.
@Singleton
class KafkaCheckpoints implements Checkpoints {

  private static final Logger LOG = Logger.getLogger(KafkaCheckpoints.class);

  private final KafkaClientService clients;
  private final Map<Integer, Long> committed = new HashMap<>();

  KafkaCheckpoints(KafkaClientService clients) {
    this.clients = clients;
  }

  @Override
  public void commit(Map<Integer, Long> offsets) {
    committed.keySet().retainAll(offsets.keySet());
    var changed = new HashMap<TopicPartition, OffsetAndMetadata>();
    offsets.forEach((partition, offset) -> {
      if (!offset.equals(committed.get(partition))) {
        changed.put(new TopicPartition(Topics.SCORES, partition), new OffsetAndMetadata(offset));
      }
    });
    if (!changed.isEmpty() && send(changed)) {
      committed.putAll(offsets);
    }
  }

  private boolean send(Map<TopicPartition, OffsetAndMetadata> changed) {
    KafkaConsumer<?, ?> consumer = clients.getConsumer("aggregator-scores");
    return consumer
        .commit(changed)
        .map(_ -> true)
        .onFailure()
        .invoke(e -> LOG.debugf(e, "checkpoints %s were not committed", changed))
        .onFailure()
        .recoverWithItem(false)
        .await()
        .indefinitely();
  }
}

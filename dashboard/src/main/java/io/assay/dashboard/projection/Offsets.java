package io.assay.dashboard.projection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/// How far each partition has been taken, written or about to be. Safe for use by several threads.
public final class Offsets {

  private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

  Offsets(Map<TopicPartition, Long> stored) {
    next.putAll(stored);
  }

  /// The offset of the first record that has not been taken; 0 for a partition that is new.
  public long next(TopicPartition partition) {
    return next.getOrDefault(partition, 0L);
  }

  /// Whether anything of a partition was taken.
  public boolean knows(TopicPartition partition) {
    return next.containsKey(partition);
  }

  void reached(Map<TopicPartition, Long> further) {
    further.forEach((partition, offset) -> next.merge(partition, offset, Math::max));
  }
}

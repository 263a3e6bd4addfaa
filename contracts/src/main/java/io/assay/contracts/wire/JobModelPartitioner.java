package io.assay.contracts.wire;

import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/// Sends all records of one job's model to one partition: it hashes the key up to its second `|`,
/// which is job and model (see [io.assay.contracts.event.Keys]). One aggregator then sees all of a
/// model's scores.
public final class JobModelPartitioner implements Partitioner {

  @Override
  public int partition(
      String topic,
      @Nullable Object key,
      byte @Nullable [] keyBytes,
      @Nullable Object value,
      byte @Nullable [] valueBytes,
      Cluster cluster) {
    if (keyBytes == null) {
      throw new IllegalArgumentException("a record for " + topic + " has no key");
    }
    return partition(keyBytes, cluster.partitionCountForTopic(topic));
  }

  /// The partition of a key among so many.
  public static int partition(byte[] key, int partitions) {
    int separators = 0;
    int end = 0;
    while (end < key.length && !(key[end] == '|' && ++separators == 2)) {
      end++;
    }
    byte[] jobAndModel = end == key.length ? key : java.util.Arrays.copyOf(key, end);
    return Utils.toPositive(Utils.murmur2(jobAndModel)) % partitions;
  }

  @Override
  public void close() {}

  @Override
  public void configure(Map<String, ?> configs) {}
}

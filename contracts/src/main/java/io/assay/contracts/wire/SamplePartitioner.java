package io.assay.contracts.wire;

import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/// Sends all models' answers to one sample to one partition: it hashes the key up to its last `|`,
/// after which comes the model (see [io.assay.contracts.event.Candidate]).
public final class SamplePartitioner implements Partitioner {

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
    int end = key.length;
    while (end > 0 && key[end - 1] != '|') {
      end--;
    }
    byte[] sample = end == 0 ? key : java.util.Arrays.copyOf(key, end - 1);
    return Utils.toPositive(Utils.murmur2(sample)) % partitions;
  }

  @Override
  public void close() {}

  @Override
  public void configure(Map<String, ?> configs) {}
}

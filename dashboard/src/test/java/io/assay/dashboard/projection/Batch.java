package io.assay.dashboard.projection;

import io.assay.contracts.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/// Records as a poll gives them, all of one partition.
final class Batch {

  private Batch() {}

  static <E extends Event> ConsumerRecords<String, E> of(String topic, long from, List<E> events) {
    var records = new ArrayList<ConsumerRecord<String, E>>();
    for (int i = 0; i < events.size(); i++) {
      var event = events.get(i);
      records.add(new ConsumerRecord<>(topic, 0, from + i, event.recordKey(), event));
    }
    return new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), records), Map.of());
  }

  static <E extends Event> ConsumerRecords<String, E> tombstone(
      String topic, long offset, String key) {
    var record = new ConsumerRecord<String, E>(topic, 0, offset, key, null);
    return new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), List.of(record)), Map.of());
  }
}

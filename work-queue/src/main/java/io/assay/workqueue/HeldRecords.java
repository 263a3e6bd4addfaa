package io.assay.workqueue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/// The records that one lane has taken and not yet acknowledged. Used by the lane's thread alone.
final class HeldRecords {

  private record Key(TopicPartition partition, long offset) {

    static Key of(ConsumerRecord<?, ?> record) {
      return new Key(new TopicPartition(record.topic(), record.partition()), record.offset());
    }
  }

  private final Map<Key, Delivery> held = new HashMap<>();

  void add(Delivery delivery) {
    held.put(Key.of(delivery.record()), delivery);
  }

  /// Returns false when it is no longer held: lost meanwhile
  boolean remove(Delivery delivery) {
    return held.remove(Key.of(delivery.record()), delivery);
  }

  boolean isEmpty() {
    return held.isEmpty();
  }

  int size() {
    return held.size();
  }

  Collection<Delivery> all() {
    return List.copyOf(held.values());
  }

  /// Removes and returns what is not among these records.
  List<Delivery> removeOthersThan(ConsumerRecords<?, ?> records) {
    Set<Key> kept =
        StreamSupport.stream(records.spliterator(), false).map(Key::of).collect(Collectors.toSet());
    var others = new ArrayList<Delivery>();
    held.entrySet()
        .removeIf(entry -> {
          var gone = !kept.contains(entry.getKey());
          if (gone) {
            others.add(entry.getValue());
          }
          return gone;
        });
    return others;
  }

  /// Removes and returns everything.
  List<Delivery> clear() {
    var all = List.copyOf(held.values());
    held.clear();
    return all;
  }
}

package io.assay.dashboard.projection;

import io.assay.contracts.event.Event;
import io.assay.contracts.wire.EventType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/// What is shown and not yet written: the last value of each key, with the offsets that it came
/// from. Lost in a crash, it is read again from the offsets in the store. Safe for use by several
/// threads.
final class Pending {

  /// Whose value it is.
  record Key(EventType type, String text) {}

  /// What waits.
  ///
  /// @param values by key, the last value; empty where it was deleted
  /// @param offsets by partition, how far that is
  record Waiting(Map<Key, Optional<Event>> values, Map<TopicPartition, Long> offsets) {

    /// These offsets and further ones.
    Map<TopicPartition, Long> offsetsAnd(Map<TopicPartition, Long> further) {
      var all = new HashMap<>(offsets);
      further.forEach((partition, offset) -> all.merge(partition, offset, Math::max));
      return all;
    }
  }

  private Map<Key, Optional<Event>> values = new LinkedHashMap<>();
  private Map<TopicPartition, Long> offsets = new HashMap<>();

  synchronized void put(EventType type, String key, Optional<Event> event) {
    values.put(new Key(type, key), event);
  }

  /// To be called after the values up to there were put.
  synchronized void reached(Map<TopicPartition, Long> next) {
    next.forEach((partition, offset) -> offsets.merge(partition, offset, Math::max));
  }

  synchronized boolean isEmpty() {
    return values.isEmpty() && offsets.isEmpty();
  }

  /// What waits, which is then the caller's to write or to give back.
  synchronized Waiting take() {
    var waiting = new Waiting(values, offsets);
    values = new LinkedHashMap<>();
    offsets = new HashMap<>();
    return waiting;
  }

  /// It could not be written. What has come since is newer.
  synchronized void giveBack(Waiting waiting) {
    var all = new LinkedHashMap<>(waiting.values());
    all.putAll(values);
    values = all;
    offsets = waiting.offsetsAnd(offsets);
  }
}

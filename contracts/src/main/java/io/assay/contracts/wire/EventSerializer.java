package io.assay.contracts.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.assay.contracts.event.Event;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// Writes any event as JSON and puts its CloudEvents and trace headers on the record. A tombstone
/// has neither value nor headers.
public final class EventSerializer implements Serializer<Event> {

  @Override
  public byte @Nullable [] serialize(
      String topic, @Nullable Headers headers, @Nullable Event event) {
    if (event != null && headers != null) {
      EventHeaders.put(headers, event);
    }
    return serialize(topic, event);
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable Event event) {
    if (event == null) {
      return null;
    }
    try {
      return ContractJson.mapper().writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new SerializationException(
          EventType.of(event) + " " + event.recordKey() + " for " + topic + " is no JSON", e);
    }
  }
}

package io.assay.dashboard;

import io.assay.contracts.event.Event;
import io.assay.contracts.wire.EventSerializer;
import io.assay.contracts.wire.EventType;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// Writes events as the other services do.
public final class Publisher implements AutoCloseable {

  private final String bootstrapServers;
  private final KafkaProducer<String, Event> producer;

  public Publisher(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "linger.ms", "5"),
            new StringSerializer(),
            new EventSerializer());
  }

  /// Returns when all are in Kafka.
  public void publish(Event... events) {
    for (var event : events) {
      var _ =
          producer.send(
              new ProducerRecord<>(EventType.of(event).topic(), event.recordKey(), event));
    }
    producer.flush();
  }

  public void tombstone(EventType type, String key) {
    try {
      producer.send(new ProducerRecord<>(type.topic(), key, null)).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A record that is no event.
  public void garbage(String topic, String key) {
    var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers);
    try (var raw = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      var _ = raw.send(new ProducerRecord<>(topic, key, "{no json"));
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}

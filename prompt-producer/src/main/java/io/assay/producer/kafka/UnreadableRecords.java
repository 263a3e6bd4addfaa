package io.assay.producer.kafka;

import io.assay.contracts.event.DeadLetter;
import io.assay.contracts.event.Event;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.DeserializationFailureHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// unreadable record → dead letter. The stream goes on without the record.
@ApplicationScoped
@Identifier("producer-unreadable")
class UnreadableRecords implements DeserializationFailureHandler<Event> {

  private static final String STAGE = "prompt-producer";

  private final EventLog log;
  private final Counter count;

  UnreadableRecords(EventLog log, MeterRegistry meters) {
    this.log = log;
    this.count =
        Counter.builder("assay.producer.dead.letters")
            .description("Records that could not be read")
            .register(meters);
  }

  @Override
  public @Nullable Event handleDeserializationFailure(
      String topic,
      boolean isKey,
      String deserializer,
      byte[] data,
      Exception exception,
      Headers headers) {
    report(topic, -1, -1, null, data, exception);
    return null;
  }

  void report(
      String topic,
      int partition,
      long offset,
      @Nullable String key,
      byte[] data,
      Exception cause) {
    count.increment();
    log.write(
        new DeadLetter(
            topic,
            partition,
            offset,
            key,
            new String(data, StandardCharsets.UTF_8),
            STAGE,
            String.valueOf(cause.getMessage()),
            Instant.now()));
  }
}

package io.assay.scorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.assay.contracts.event.DeadLetter;
import io.assay.contracts.wire.ContractJson;
import io.smallrye.reactive.messaging.kafka.DeserializationFailureHandler;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// Writes dead letters about records.
public final class Letters {

  /// Longer values are left where they are: a letter must itself fit into a record.
  private static final int LONGEST_VALUE = 256 * 1024;

  private Letters() {}

  /// Why a record has no value: empty for one that was deleted.
  public static Optional<String> deserializationProblem(ConsumerRecord<?, ?> entry) {
    if (header(entry, DeserializationFailureHandler.DESERIALIZATION_FAILURE_DLQ).isEmpty()) {
      return Optional.empty();
    }
    var reason = header(entry, DeserializationFailureHandler.DESERIALIZATION_FAILURE_REASON);
    return Optional.of(reason.orElse("the value cannot be read; no reason given"));
  }

  /// The letter about a record.
  ///
  /// @param stage which service gives up
  /// @param cause why, in words
  public static DeadLetter of(
      ConsumerRecord<String, ?> entry, String stage, @Nullable String cause, Instant at) {
    var told = cause == null || cause.isBlank() ? "no cause given" : cause;
    var value = value(entry);
    boolean fits = value.map(text -> text.length() <= LONGEST_VALUE).orElse(true);
    return new DeadLetter(
        entry.topic(),
        entry.partition(),
        entry.offset(),
        entry.key(),
        fits ? value.orElse(null) : null,
        stage,
        fits ? told : told + " (the value is too long for this letter: read it at its offset)",
        at);
  }

  private static Optional<String> value(ConsumerRecord<String, ?> entry) {
    if (entry.value() == null) {
      return header(entry, DeserializationFailureHandler.DESERIALIZATION_FAILURE_VALUE_DATA);
    }
    try {
      return Optional.of(ContractJson.mapper().writeValueAsString(entry.value()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "record %s of %s came from JSON and cannot become JSON again"
              .formatted(entry.key(), entry.topic()),
          e);
    }
  }

  private static Optional<String> header(ConsumerRecord<?, ?> entry, String name) {
    Header header = entry.headers().lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), UTF_8));
  }
}

package io.assay.contracts.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.assay.contracts.event.Candidate;
import io.assay.contracts.event.Event;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.event.Score;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Headers of a record: [CloudEvents 1.0, Kafka protocol binding, binary
/// mode](https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md)
/// and [W3C trace context](https://www.w3.org/TR/trace-context/). All stages of one sample share a
/// trace: its id is a hash of the sample key, so no stage has to carry it.
public final class EventHeaders {

  static final String TRACE_PARENT = "traceparent";
  private static final byte[] SPEC_VERSION = "1.0".getBytes(US_ASCII);
  private static final byte[] JSON = "application/json".getBytes(US_ASCII);

  private static final Map<EventType, byte[]> TYPES = byType(EventType::cloudEventsType);
  private static final Map<EventType, byte[]> SOURCES =
      byType(type -> "/assay/" + type.name().toLowerCase(Locale.ROOT));

  private EventHeaders() {}

  private static Map<EventType, byte[]> byType(Function<EventType, String> header) {
    var headers = new EnumMap<EventType, byte[]>(EventType.class);
    for (EventType type : EventType.values()) {
      headers.put(type, header.apply(type).getBytes(US_ASCII));
    }
    return headers;
  }

  static void put(Headers headers, Event event) {
    var type = EventType.of(event);
    headers.add("ce_specversion", SPEC_VERSION);
    headers.add("ce_id", randomId().getBytes(US_ASCII));
    headers.add("ce_type", TYPES.get(type));
    headers.add("ce_source", SOURCES.get(type));
    headers.add("ce_time", Instant.now().toString().getBytes(US_ASCII));
    headers.add("content-type", JSON);
    var key = sampleKey(event);
    if (key != null && headers.lastHeader(TRACE_PARENT) == null) {
      headers.add(TRACE_PARENT, traceParent(key).getBytes(US_ASCII));
    }
  }

  private static @Nullable SampleKey sampleKey(Event event) {
    return switch (event) {
      case Prompt prompt -> prompt.key();
      case Output output -> output.key();
      case Candidate candidate -> candidate.prompt().key();
      case Score score -> score.key();
      default -> null;
    };
  }

  static String traceParent(SampleKey key) {
    var trace = UUID.nameUUIDFromBytes(key.text().getBytes(UTF_8));
    var hex = HexFormat.of();
    long span = ThreadLocalRandom.current().nextLong() | 1L;
    return "00-"
        + hex.toHexDigits(trace.getMostSignificantBits())
        + hex.toHexDigits(trace.getLeastSignificantBits())
        + "-"
        + hex.toHexDigits(span)
        + "-01";
  }

  /// A random id of 32 hexadecimal digits: unique, not secret.
  public static String randomId() {
    var random = ThreadLocalRandom.current();
    var hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }
}

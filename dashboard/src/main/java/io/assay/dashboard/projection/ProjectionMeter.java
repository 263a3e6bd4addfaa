package io.assay.dashboard.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.reactive.messaging.kafka.DeserializationFailureHandler;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/// Counts what is projected: `assay_dashboard_records_total`, `assay_dashboard_unreadable_total`
/// (both by topic), `assay_dashboard_write_seconds`, `assay_dashboard_write_failures_total`.
///
/// A record that cannot be read is counted, named in the log, and passed over. It is not written to
/// the dead letters: the stage that works with it does that, and a view that is rebuilt would do it
/// again each time.
public final class ProjectionMeter {

  private static final Logger LOG = Logger.getLogger(ProjectionMeter.class);
  private static final int NAMED_IN_LOG = 20;

  private final MeterRegistry registry;
  private final Timer writes;
  private final AtomicLong failures;
  private final ConcurrentHashMap<String, AtomicLong> unreadable = new ConcurrentHashMap<>();

  /// Counts into a registry.
  public ProjectionMeter(MeterRegistry registry) {
    this.registry = registry;
    this.writes = registry.timer("assay.dashboard.write");
    this.failures = new AtomicLong();
    registry.more().counter("assay.dashboard.write.failures", java.util.List.of(), failures);
  }

  /// Whether a record was readable. A tombstone is.
  boolean readable(ConsumerRecord<?, ?> record) {
    if (record.key() != null && record.value() != null) {
      return true;
    }
    var cause =
        record.headers().lastHeader(DeserializationFailureHandler.DESERIALIZATION_FAILURE_REASON);
    if (record.key() != null && cause == null) {
      return true;
    }
    registry.counter("assay.dashboard.unreadable", "topic", record.topic()).increment();
    if (unreadable.computeIfAbsent(record.topic(), _ -> new AtomicLong()).incrementAndGet()
        <= NAMED_IN_LOG) {
      LOG.warnf(
          "Record %s of %s-%d@%d is passed over: %s",
          record.key(),
          record.topic(),
          record.partition(),
          record.offset(),
          cause == null ? "it has no key" : new String(cause.value(), StandardCharsets.UTF_8));
    }
    return false;
  }

  void took(String topic, int records) {
    registry.counter("assay.dashboard.records", "topic", topic).increment(records);
  }

  void timed(Runnable write) {
    try {
      writes.record(write);
    } catch (RuntimeException e) {
      failures.incrementAndGet();
      throw e;
    }
  }
}

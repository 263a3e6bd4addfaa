package io.assay.evaluator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assay.contracts.event.DeadLetter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/// any record → dead letter.
@Singleton
final class DeadLetters {

  static final String CHANNEL = "evaluator-dead-letters";

  /// Longer values are left where they are: a letter must itself fit into a record.
  private static final int LONGEST_VALUE = 256 * 1024;

  private final Emitter<Record<String, DeadLetter>> letters;
  private final CallMeters meters;

  DeadLetters(
      @Channel(CHANNEL) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          Emitter<Record<String, DeadLetter>> letters,
      CallMeters meters) {
    this.letters = letters;
    this.meters = meters;
  }

  /// Publishes a record that cannot be handled and waits until the broker has it.
  void publish(ConsumerRecord<byte[], byte[]> record, String cause) {
    boolean fits = record.value() == null || record.value().length <= LONGEST_VALUE;
    var letter =
        new DeadLetter(
            record.topic(),
            record.partition(),
            record.offset(),
            text(record.key()),
            fits ? text(record.value()) : null,
            "evaluator",
            fits
                ? cause
                : cause + " (the value is too long for this letter: read it at its offset)",
            Instant.now());
    letters.send(Record.of(letter.recordKey(), letter)).toCompletableFuture().join();
    meters.deadLetter();
  }

  @SuppressWarnings("NullAway") // a dead letter's key and value may be absent
  private static String text(byte[] bytes) {
    return Optional.ofNullable(bytes).map(b -> new String(b, UTF_8)).orElse(null);
  }
}

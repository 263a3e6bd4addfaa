package io.assay.scorer;

import io.assay.contracts.event.DeadLetter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/// Sends and counts dead letters of both stages.
@Singleton
public class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final MutinyEmitter<Record<String, DeadLetter>> emitter;
  private final Counter sent;

  DeadLetters(
      @Channel("scorer-dead-letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Record<String, DeadLetter>> emitter,
      MeterRegistry registry) {
    this.emitter = emitter;
    this.sent =
        Counter.builder("assay.scorer.dead.letters")
            .description("Records that could not be handled")
            .register(registry);
  }

  /// Completes when the broker has the letter; waits for a broker that is away.
  public Uni<Void> send(DeadLetter letter) {
    LOG.warnf(
        "%s gave up a record of %s, partition %d, offset %d: %s",
        letter.stage(), letter.topic(), letter.partition(), letter.offset(), letter.cause());
    return emitter
        .send(Record.of(letter.recordKey(), letter))
        .onFailure()
        .retry()
        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
        .indefinitely()
        .invoke(() -> sent.increment());
  }
}

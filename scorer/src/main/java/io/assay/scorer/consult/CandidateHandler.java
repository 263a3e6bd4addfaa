package io.assay.scorer.consult;

import io.assay.contracts.event.Candidate;
import io.assay.scorer.DeadLetters;
import io.assay.scorer.Letters;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// candidate → question to a judge, once all models have answered a sample.
@Singleton
class CandidateHandler {

  private final Pairings pairings;
  private final PairingDesk desk;
  private final DeadLetters deadLetters;

  CandidateHandler(Pairings pairings, PairingDesk desk, DeadLetters deadLetters) {
    this.pairings = pairings;
    this.desk = desk;
    this.deadLetters = deadLetters;
  }

  @Incoming("pairing-candidates")
  @Blocking("assay-pairing")
  void handle(ConsumerRecords<String, Candidate> candidates) {
    candidates.forEach(this::take);
    desk.settleComplete();
  }

  private void take(ConsumerRecord<String, Candidate> entry) {
    var problem = Letters.deserializationProblem(entry);
    if (problem.isEmpty()) {
      pairings.take(entry.partition(), entry.offset(), entry.key(), entry.value());
    } else {
      pairings.pass(entry.partition(), entry.offset());
      var letter = Letters.of(entry, "pairing", problem.get(), Instant.now());
      deadLetters.send(letter).await().indefinitely();
    }
  }
}

package io.assay.scorer.score;

import io.assay.contracts.event.Output;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// output → score. Offsets are committed once every score of a batch is with the broker; a batch
/// that is read again gives the same scores again, which replace themselves.
@Singleton
class OutputHandler {

  private final JudgePool judges;
  private final ScorePublisher publisher;

  OutputHandler(JudgePool judges, ScorePublisher publisher) {
    this.judges = judges;
    this.publisher = publisher;
  }

  @Incoming("scorer-outputs")
  @Blocking("assay-scorer")
  void handle(ConsumerRecords<String, Output> outputs) {
    publisher.publish(judges.judge(outputs)).await().indefinitely();
  }
}

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
  private final ScoreMeters meters;

  OutputHandler(JudgePool judges, ScorePublisher publisher, ScoreMeters meters) {
    this.judges = judges;
    this.publisher = publisher;
    this.meters = meters;
  }

  @Incoming("scorer-outputs")
  @Blocking("assay-scorer")
  void handle(ConsumerRecords<String, Output> outputs) {
    var verdicts = meters.judging().record(() -> judges.judge(outputs));
    publisher.publish(verdicts).await().indefinitely();
  }
}

package io.assay.scorer.aggregate;

import io.assay.contracts.event.Score;
import io.assay.scorer.DeadLetters;
import io.assay.scorer.Letters;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// score → metric, progress. Only puts the scores into their tables: [AggregatorClock] publishes.
@Singleton
class ScoreHandler {

  private final Aggregator aggregator;
  private final DeadLetters deadLetters;

  ScoreHandler(Aggregator aggregator, DeadLetters deadLetters) {
    this.aggregator = aggregator;
    this.deadLetters = deadLetters;
  }

  @Incoming("aggregator-scores")
  @Blocking("assay-aggregator")
  void handle(ConsumerRecords<String, Score> scores) {
    aggregator.take(scores).forEach(this::report);
  }

  private void report(Rejected rejected) {
    var letter = Letters.of(rejected.entry(), "aggregator", rejected.cause(), Instant.now());
    deadLetters.send(letter).await().indefinitely();
  }
}

package io.assay.scorer.jobs;

import io.assay.contracts.event.Job;
import io.assay.scorer.DeadLetters;
import io.assay.scorer.Letters;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// job → what the aggregator knows of it. Acting on it (final metrics, forgetting an ended job) is
/// left to others, who look at the state, so that no event can be missed.
@Singleton
class JobHandler {

  private final JobBook book;
  private final DeadLetters deadLetters;

  JobHandler(JobBook book, DeadLetters deadLetters) {
    this.book = book;
    this.deadLetters = deadLetters;
  }

  @Incoming("aggregator-jobs")
  @Blocking("assay-aggregator-jobs")
  void handle(ConsumerRecords<String, Job> jobs) {
    for (ConsumerRecord<String, Job> entry : jobs) {
      var problem = Letters.deserializationProblem(entry);
      if (problem.isEmpty()) {
        book.learn(entry.offset(), entry.key(), entry.value());
      } else {
        book.skip(entry.offset());
        var letter = Letters.of(entry, "aggregator", problem.get(), Instant.now());
        deadLetters.send(letter).await().indefinitely();
      }
    }
  }
}

package io.assay.producer.kafka;

import io.assay.contracts.event.Checkpoint;
import io.assay.contracts.event.Event;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/// Writes prompts and the checkpoints that belong to them in one Kafka transaction: all of it is
/// there, or nothing.
///
/// It drives the channel's own transactional producer, because SmallRye's `KafkaTransactions`
/// (4.33) reports success where the commit failed and the abort after it did not.
@ApplicationScoped
public class PromptTransactions {

  private static final String CHANNEL = "producer-prompts";
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int COMMIT_ATTEMPTS = 5;

  private final KafkaClientService clients;
  private final Timer timer;

  /// @param channel makes the connector open the producer; records do not go through it
  PromptTransactions(
      KafkaClientService clients, @Channel(CHANNEL) Emitter<Event> channel, MeterRegistry meters) {
    this.clients = clients;
    this.timer =
        Timer.builder("assay.producer.transaction")
            .description("Time to write a batch of prompts with its checkpoints")
            .register(meters);
  }

  /// Writes a batch; returns when it is committed.
  ///
  /// @throws KafkaException where nothing was written, or it is not known whether it was
  public void write(List<Prompt> prompts, Collection<Checkpoint> checkpoints) {
    var records = new ArrayList<ProducerRecord<String, Event>>(prompts.size() + checkpoints.size());
    for (var prompt : prompts) {
      String topic = Topics.prompts(prompt.model().pool());
      records.add(new ProducerRecord<>(topic, prompt.recordKey(), prompt));
    }
    for (var checkpoint : checkpoints) {
      records.add(new ProducerRecord<>(Topics.CHECKPOINTS, checkpoint.recordKey(), checkpoint));
    }
    timer.record(() ->
        clients
            .<String, Event>getProducer(CHANNEL)
            .runOnSendingThread(
                (Consumer<Producer<String, Event>>) producer -> transact(producer, records))
            .await()
            .atMost(LIMIT));
  }

  private static void transact(
      Producer<String, Event> producer, List<ProducerRecord<String, Event>> records) {
    producer.beginTransaction();
    try {
      for (var record : records) {
        var _ = producer.send(record);
      }
    } catch (ProducerFencedException e) {
      throw e;
    } catch (RuntimeException e) {
      producer.abortTransaction();
      throw e;
    }
    commit(producer);
  }

  private static void commit(Producer<String, Event> producer) {
    for (int attempt = 1; ; attempt++) {
      try {
        producer.commitTransaction();
        return;
      } catch (TimeoutException e) {
        if (attempt == COMMIT_ATTEMPTS) {
          throw e;
        }
      } catch (ProducerFencedException e) {
        throw e;
      } catch (KafkaException e) {
        producer.abortTransaction();
        throw e;
      }
    }
  }
}

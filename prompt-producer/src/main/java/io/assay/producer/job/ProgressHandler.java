package io.assay.producer.job;

import io.assay.contracts.event.Progress;
import io.assay.producer.kafka.TopicReader;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// progress → credit. Reading starts where the oldest open job was submitted.
@ApplicationScoped
@Identifier("producer-progress")
class ProgressHandler implements KafkaConsumerRebalanceListener {

  private final DispatcherThread dispatcher;

  ProgressHandler(DispatcherThread dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Incoming("producer-progress")
  void handle(ConsumerRecord<String, Progress> report) {
    var progress = report.value();
    if (progress != null) {
      dispatcher.report(progress);
    }
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    TopicReader.seek(consumer, partitions, dispatcher.reportsSince());
  }
}

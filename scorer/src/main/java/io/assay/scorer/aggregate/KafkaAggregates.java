package io.assay.scorer.aggregate;

import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Progress;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/// Aggregates on their channels. The buffers are bounded by use: a table has one progress record
/// and one set of snapshots on their way at a time.
@Singleton
class KafkaAggregates implements AggregatePublisher {

  private final MutinyEmitter<Record<String, MetricSnapshot>> metrics;
  private final MutinyEmitter<Record<String, Progress>> progress;

  KafkaAggregates(
      @Channel("aggregator-metrics") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Record<String, MetricSnapshot>> metrics,
      @Channel("aggregator-progress") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Record<String, Progress>> progress) {
    this.metrics = metrics;
    this.progress = progress;
  }

  @Override
  public CompletionStage<Receipt> publish(MetricSnapshot snapshot) {
    return metrics
        .send(Record.of(snapshot.recordKey(), snapshot))
        .replaceWith(Receipt.GIVEN)
        .subscribeAsCompletionStage();
  }

  @Override
  public CompletionStage<Receipt> publish(Progress counted) {
    return progress
        .send(Record.of(counted.recordKey(), counted))
        .replaceWith(Receipt.GIVEN)
        .subscribeAsCompletionStage();
  }
}

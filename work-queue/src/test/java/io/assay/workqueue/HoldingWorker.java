package io.assay.workqueue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/// A process that takes records, prints each, and never settles one: made to be killed.
public final class HoldingWorker {

  static final Duration LOCK = Duration.ofSeconds(5);

  private HoldingWorker() {}

  static QueueSettings settings(String topic) {
    return new QueueSettings(
        List.of(topic), topic, 6, 10, 40, LOCK, LOCK.dividedBy(4), 5, Duration.ofSeconds(1));
  }

  /// Runs.
  ///
  /// @param args the broker's address and the topic
  public static void main(String[] args) throws InterruptedException {
    var sink = ShareQueue.Sink.to(taken -> taken.forEach(d -> System.out.println(Kafka.text(d))));
    var kafka = Map.<String, Object>of("bootstrap.servers", args[0]);
    var queue = new ShareQueue(kafka, settings(args[1]), sink, new QueueCounters());
    queue.read(Set.of(args[1]));
    new CountDownLatch(1).await();
  }
}

package io.assay.workqueue;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;

/// One share consumer and its small batch: take, hand out, acknowledge, renew; one thread. It ends
/// by returning (the queue stops, or nothing to do for long) or by an exception of the consumer, and
/// has then let go of everything it held.
final class Lane {

  private static final System.Logger LOG = System.getLogger(Lane.class.getName());

  /// How long a lane sleeps at most before it looks whether the queue stops.
  private static final long LOOK_MILLIS = 250;

  /// Acknowledgements wait this long for company: a request for each would cost ten times as much.
  private static final Duration GATHER = Duration.ofMillis(50);

  private static final Duration COMMIT_LIMIT = Duration.ofSeconds(10);

  private final ShareQueue queue;
  private final QueueSettings settings;
  private final Admission admission;
  private final ShareConsumer<byte[], byte[]> consumer;
  private final BlockingQueue<Delivery> settled = new LinkedBlockingQueue<>();
  private final HeldRecords held = new HeldRecords();
  private Set<String> subscribed = Set.of();
  private boolean asking;
  private long renewAt;
  private long idleSince = System.nanoTime();

  Lane(ShareQueue queue, Admission admission, ShareConsumer<byte[], byte[]> consumer) {
    this.queue = queue;
    this.settings = queue.settings();
    this.admission = admission;
    this.consumer = consumer;
  }

  /// @throws KafkaException when the consumer is of no more use
  void work() throws InterruptedException {
    try {
      while (!over()) {
        if (held.isEmpty()) {
          take();
        } else {
          acknowledgeOrRenew();
        }
      }
      if (!queue.abandoned()) {
        releaseRest();
      }
    } finally {
      letGo();
    }
  }

  private boolean over() {
    return queue.abandoned()
        || (queue.stopping() && (held.isEmpty() || queue.graceIsOver()))
        || (held.isEmpty() && !asking && queue.mayClose(idleSince));
  }

  private void take() throws InterruptedException {
    if (!asking) {
      asking = admission.enter(LOOK_MILLIS);
      if (!asking) {
        return;
      }
    }
    subscribe();
    var records = consumer.poll(Duration.ofMillis(LOOK_MILLIS));
    if (records.isEmpty()) {
      return;
    }
    asking = false;
    idleSince = System.nanoTime();
    renewAt = idleSince + settings.renewEvery().toNanos();
    admission.took(records.count());
    var taken = new ArrayList<Delivery>(records.count());
    records.forEach(r -> taken.add(new Delivery(r, settings.deliveryLimit(), this::settled)));
    taken.forEach(held::add);
    queue.handOut(taken);
  }

  private void subscribe() {
    var topics = queue.existingTopics();
    if (!topics.equals(subscribed)) {
      consumer.subscribe(topics);
      subscribed = topics;
    }
  }

  /// Called by handlers.
  private void settled(Delivery delivery) {
    admission.leave(1);
    settled.add(delivery);
  }

  private void acknowledgeOrRenew() throws InterruptedException {
    var wait = Math.min(renewAt - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
    var first = settled.poll(Math.max(0, wait), TimeUnit.NANOSECONDS);
    if (first != null) {
      commit(gather(first), List.of());
    }
    if (!held.isEmpty() && System.nanoTime() >= renewAt) {
      renew();
    }
    idleSince = System.nanoTime();
  }

  private List<Delivery> gather(Delivery first) throws InterruptedException {
    var gathered = new ArrayList<Delivery>(held.size());
    gathered.add(first);
    var until = System.nanoTime() + GATHER.toNanos();
    while (gathered.size() < held.size()) {
      var next = settled.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        break;
      }
      gathered.add(next);
    }
    return gathered;
  }

  /// A poll gives the renewed ones back, and nothing new; what it does not give back was lost.
  private void renew() throws InterruptedException {
    renewAt = System.nanoTime() + settings.renewEvery().toNanos();
    var done = new ArrayList<Delivery>();
    settled.drainTo(done);
    var running = new ArrayList<>(held.all());
    running.removeAll(done);
    commit(done, running);
    if (held.isEmpty()) {
      return;
    }
    lose(held.removeOthersThan(consumer.poll(Duration.ZERO)));
    queue.observer().renewed(held.size());
  }

  /// Acknowledges `done` with what they were settled with and prolongs the locks of `running`.
  private void commit(Collection<Delivery> done, Collection<Delivery> running) {
    done.removeIf(delivery -> !held.remove(delivery));
    for (var delivery : done) {
      if (delivery.state() instanceof Delivery.State.Settled(var how)) {
        consumer.acknowledge(delivery.record(), how);
      }
    }
    running.forEach(d -> consumer.acknowledge(d.record(), AcknowledgeType.RENEW));
    var failed = failures(consumer.commitSync(COMMIT_LIMIT));
    var unconfirmed = done.stream().filter(d -> failed.contains(d.partition())).toList();
    lose(unconfirmed);
    queue.confirm(done.stream().filter(d -> !failed.contains(d.partition())).toList());
  }

  private static Set<TopicPartition> failures(
      Map<TopicIdPartition, Optional<KafkaException>> results) {
    results.forEach(
        (partition, failure) ->
            failure.ifPresent(
                e -> LOG.log(WARNING, "Acknowledgements on {0} failed: {1}", partition, e)));
    return results.entrySet().stream()
        .filter(result -> result.getValue().isPresent())
        .map(result -> result.getKey().topicPartition())
        .collect(Collectors.toSet());
  }

  private void releaseRest() {
    var done = new ArrayList<Delivery>();
    settled.drainTo(done);
    commit(done, List.of());
    var rest = held.all();
    rest.forEach(delivery -> delivery.settle(AcknowledgeType.RELEASE));
    settled.clear();
    commit(new ArrayList<>(rest), List.of());
  }

  private void letGo() {
    if (asking) {
      asking = false;
      admission.gaveUp();
    }
    if (!queue.abandoned()) {
      lose(held.clear());
    }
  }

  private void lose(Collection<Delivery> deliveries) {
    var stillHeld = (int) deliveries.stream().filter(Delivery::lose).count();
    admission.leave(stillHeld);
    queue.lost(deliveries);
  }
}

package io.assay.workqueue;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
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
/// by returning (the queue stops, or nothing to do for long) or by an exception of the consumer,
/// and has then let go of everything it held.
final class Lane {

  private static final System.Logger LOG = System.getLogger(Lane.class.getName());

  /// How long a lane sleeps at most before it looks whether the queue stops.
  private static final long LOOK_MILLIS = 250;

  /// A lane that holds records for so long, and then every so often, asks for more lanes: quick
  /// handlers need few.
  private static final long GROW_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

  private static final long GROW_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);

  /// How often a lane that holds records back looks for room.
  private static final long ROOM_LOOK_MILLIS = 5;

  /// Acknowledgements wait this long for company: a request for each would cost ten times as much.
  private static final Duration GATHER = Duration.ofMillis(50);

  private static final Duration COMMIT_LIMIT = Duration.ofSeconds(30);

  private final ShareQueue queue;
  private final LanePool pool;
  private final QueueSettings settings;
  private final Admission admission;
  private final ShareConsumer<byte[], byte[]> consumer;
  private final BlockingQueue<Delivery> settled = new LinkedBlockingQueue<>();
  private final HeldRecords held = new HeldRecords();

  /// Held, but not handed out yet.
  private final Deque<Delivery> waiting = new ArrayDeque<>();

  /// A fetch may be under way: what it brings is locked for this lane, so it goes on polling.
  private boolean asking;

  private boolean hasTurn;
  private long renewAt;

  private long growAt;

  private int lastTaken;
  private long idleSince = System.nanoTime();

  Lane(ShareQueue queue, LanePool pool, ShareConsumer<byte[], byte[]> consumer) {
    this.queue = queue;
    this.pool = pool;
    this.settings = queue.settings();
    this.admission = queue.admission();
    this.consumer = consumer;
  }

  /// @throws KafkaException when the consumer is of no more use
  void work() throws InterruptedException {
    try {
      while (!over()) {
        if (held.isEmpty()) {
          take();
        } else {
          handOut();
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
        || (held.isEmpty() && pool.mayClose(idleSince));
  }

  private void take() throws InterruptedException {
    asking = asking || mayAsk();
    if (!asking) {
      return;
    }
    var records = consumer.poll(Duration.ofMillis(LOOK_MILLIS));
    passTurn();
    if (records.isEmpty()) {
      return;
    }
    asking = false;
    lastTaken = records.count();
    growAt = System.nanoTime() + GROW_AFTER_NANOS;
    renewAt = System.nanoTime() + settings.renewEvery().toNanos();
    records.forEach(r -> waiting.add(new Delivery(r, settings.deliveryLimit(), this::settled)));
    waiting.forEach(held::add);
    queue.observer().taken(lastTaken);
    pool.busy();
  }

  private boolean mayAsk() throws InterruptedException {
    hasTurn = pool.awaitTurn(LOOK_MILLIS);
    if (hasTurn && admission.awaitRoom(LOOK_MILLIS)) {
      return true;
    }
    passTurn();
    return false;
  }

  /// After a poll another lane may ask as well: this one may see other partitions than that one.
  private void passTurn() {
    if (hasTurn) {
      hasTurn = false;
      pool.passTurn();
    }
  }

  private void handOut() {
    if (waiting.isEmpty()) {
      return;
    }
    if (queue.stopping()) {
      waiting.forEach(delivery -> delivery.settle(AcknowledgeType.RELEASE));
      waiting.clear();
      return;
    }
    var out = new ArrayList<Delivery>();
    for (int allowed = admission.enter(waiting.size()); allowed > 0; allowed--) {
      var delivery = waiting.remove();
      delivery.handOut();
      out.add(delivery);
    }
    if (!out.isEmpty()) {
      queue.handOut(out);
    }
  }

  /// Called by handlers.
  private void settled(Delivery delivery) {
    if (delivery.handedOut()) {
      admission.leave(1);
    }
    settled.add(delivery);
  }

  private void acknowledgeOrRenew() throws InterruptedException {
    var look = TimeUnit.MILLISECONDS.toNanos(waiting.isEmpty() ? LOOK_MILLIS : ROOM_LOOK_MILLIS);
    var wait = Math.clamp(Math.min(renewAt, growAt) - System.nanoTime(), 0, look);
    var first = settled.poll(wait, TimeUnit.NANOSECONDS);
    if (first != null) {
      commit(gather(first), List.of());
    }
    if (!held.isEmpty() && System.nanoTime() >= growAt) {
      growAt = System.nanoTime() + GROW_EVERY_NANOS;
      pool.grow(lastTaken);
      lastTaken = 0;
    }
    if (!held.isEmpty() && System.nanoTime() >= renewAt) {
      renew();
    }
    if (held.isEmpty()) {
      idleSince = System.nanoTime();
      pool.free();
    }
  }

  private List<Delivery> gather(Delivery first) throws InterruptedException {
    var gathered = new ArrayList<Delivery>(held.size());
    gathered.add(first);
    var until = System.nanoTime() + GATHER.toNanos();
    while (waiting.isEmpty() && gathered.size() < held.size()) {
      var next = settled.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        break;
      }
      gathered.add(next);
    }
    settled.drainTo(gathered);
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
    var lost = held.removeOthersThan(consumer.poll(Duration.ZERO));
    waiting.removeAll(lost);
    lose(lost);
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
    results.forEach((partition, failure) ->
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
    passTurn();
    if (!held.isEmpty()) {
      pool.free();
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

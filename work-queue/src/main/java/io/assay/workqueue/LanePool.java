package io.assay.workqueue;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The lanes of one topic: opens them as load comes, closes idle ones, replaces broken ones.
final class LanePool {

  static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

  private static final System.Logger LOG = System.getLogger(LanePool.class.getName());

  /// Joining a share group takes a heartbeat, so lanes outlive short pauses.
  private static final Duration IDLE_LIMIT = Duration.ofSeconds(30);

  /// An idle queue: one lane asks, one takes over while the first is busy.
  private static final int FEWEST = 2;

  /// Lanes that begin to ask at the same time. Each then goes on until it gets records.
  private static final int TURNS = 2;

  /// At most so many at a time: each costs some milliseconds of CPU, here and in the broker.
  private static final int AT_ONCE = 16;

  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LAST_RETRY = Duration.ofSeconds(30);

  private final ShareQueue queue;
  private final String topic;
  private final Map<String, Object> properties;
  private final Semaphore turns = new Semaphore(TURNS, true);
  private final List<Thread> threads = new ArrayList<>(); // guarded by this
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private int opened; // guarded by this

  LanePool(ShareQueue queue, String topic, Map<String, Object> properties) {
    this.queue = queue;
    this.topic = topic;
    this.properties = Map.copyOf(properties);
  }

  void openFirst() {
    open(FEWEST - open.get());
  }

  boolean awaitTurn(long waitMillis) throws InterruptedException {
    return turns.tryAcquire(waitMillis, TimeUnit.MILLISECONDS);
  }

  void passTurn() {
    turns.release();
  }

  /// A lane has records and takes no more.
  void busy() {
    busy.incrementAndGet();
  }

  /// A lane has been busy for a while: opens what the records still waiting may need.
  ///
  /// @param records what the lane got: less than a batch means that little was waiting
  void grow(int records) {
    int free = queue.admission().free();
    if (free == 0 || open.get() > busy.get() || queue.stopping()) {
      return;
    }
    int batch = queue.settings().batch();
    var wanted = records < batch ? 1 : Math.max(1, free / batch);
    open(Math.min(wanted, AT_ONCE));
  }

  /// A lane has no more records.
  void free() {
    busy.decrementAndGet();
  }

  private synchronized void open(int more) {
    threads.removeIf(thread -> !thread.isAlive());
    var allowed = Math.min(more, queue.settings().lanes() - open.get());
    for (int i = 0; i < allowed; i++) {
      open.incrementAndGet();
      queue.lanesChanged();
      var number = ++opened;
      var name = "lane-" + number + "-" + topic;
      threads.add(Thread.ofVirtual().name(name).start(() -> live(number)));
    }
  }

  boolean mayClose(long idleSince) {
    return !queue.stopping()
        && open.get() > FEWEST
        && System.nanoTime() - idleSince > IDLE_LIMIT.toNanos();
  }

  /// Several idle lanes may have closed at once: never fewer than the fewest.
  private void ended() {
    var left = open.decrementAndGet();
    queue.lanesChanged();
    if (left < FEWEST && !queue.stopping() && !queue.abandoned()) {
      openFirst();
    }
  }

  /// @param until by [System#nanoTime()]
  void join(long until) {
    List<Thread> all;
    synchronized (this) {
      all = List.copyOf(threads);
    }
    try {
      for (var thread : all) {
        if (!thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())))) {
          LOG.log(WARNING, "{0} did not end in time", thread.getName());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  int open() {
    return open.get();
  }

  private void live(int number) {
    try {
      run(number);
    } finally {
      ended();
    }
  }

  private void run(int number) {
    var retry = FIRST_RETRY;
    while (true) {
      var begin = System.nanoTime();
      try {
        workOnce(number);
        return;
      } catch (KafkaException | IllegalStateException e) {
        if (e instanceof InterruptException || queue.stopping()) {
          return;
        }
        queue.observer().laneFailed();
        retry = System.nanoTime() - begin > LAST_RETRY.toNanos() ? FIRST_RETRY : retry;
        LOG.log(WARNING, "A lane of {0} starts anew in {1}: {2}", topic, retry, e);
      } catch (InterruptedException _) {
        return;
      }
      if (!pause(retry)) {
        return;
      }
      retry = retry.multipliedBy(2).compareTo(LAST_RETRY) < 0 ? retry.multipliedBy(2) : LAST_RETRY;
    }
  }

  private boolean pause(Duration time) {
    try {
      Thread.sleep(time);
      return !queue.stopping();
    } catch (InterruptedException _) {
      return false;
    }
  }

  private void workOnce(int number) throws InterruptedException {
    var mine = new HashMap<>(properties);
    mine.merge("client.id", "-" + topic + "-" + number, (id, suffix) -> id + suffix.toString());
    var bytes = new ByteArrayDeserializer();
    var consumer = new KafkaShareConsumer<>(mine, bytes, new ByteArrayDeserializer());
    try {
      consumer.subscribe(List.of(topic));
      new Lane(queue, this, consumer).work();
    } finally {
      if (!queue.abandoned()) {
        consumer.close(CLOSE_LIMIT);
      }
    }
  }
}

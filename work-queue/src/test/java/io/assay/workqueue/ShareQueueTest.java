package io.assay.workqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShareQueueTest {

  /// So long that no lock ends by itself on a busy machine.
  private static final Duration LONG_LOCK = Duration.ofSeconds(60);

  private static final Duration SHORT_LOCK = Duration.ofSeconds(10);

  /// So long that it is renewed in time by a process that gets no processor for ten seconds.
  private static final Duration RENEWED_LOCK = Duration.ofSeconds(25);

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static Kafka kafka;
  private static ScheduledExecutorService timer;

  private final QueueCounters counters = new QueueCounters();

  /// Value → how often it was handed out.
  private final Map<String, AtomicInteger> handed = new ConcurrentHashMap<>();

  /// Values whose delivery was not the first.
  private final Set<String> again = ConcurrentHashMap.newKeySet();

  private final Set<String> settled = ConcurrentHashMap.newKeySet();

  @BeforeAll
  static void start() {
    kafka = new Kafka();
    timer = Executors.newScheduledThreadPool(2);
  }

  @AfterAll
  static void stop() {
    timer.shutdownNow();
    kafka.close();
  }

  private static QueueSettings settings(String name, int maxInFlight, int batch) throws Exception {
    return settings(name, maxInFlight, batch, LONG_LOCK);
  }

  private static QueueSettings settings(String name, int maxInFlight, int batch, Duration lock)
      throws Exception {
    var settings =
        new QueueSettings(
            List.of(name),
            name,
            12,
            batch,
            maxInFlight,
            lock,
            QueueSettings.defaultRenewEvery(lock),
            5,
            Duration.ofSeconds(1));
    kafka.topic(name, 1);
    kafka.configure(settings);
    return settings;
  }

  private ShareQueue started(QueueSettings settings, ShareQueue.Sink sink) {
    var queue = new ShareQueue(kafka.properties(), settings, sink, counters);
    queue.read(Set.copyOf(settings.topics()));
    return queue;
  }

  private ShareQueue.Sink handledAfter(Duration time) {
    return ShareQueue.Sink.to(taken ->
        taken.forEach(delivery -> {
          note(delivery);
          later(time, () -> accept(delivery));
        }));
  }

  private static void later(Duration time, Runnable action) {
    var _ = timer.schedule(action, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void note(Delivery delivery) {
    if (delivery.deliveryCount() > 1) {
      again.add(Kafka.text(delivery));
    }
    handed.computeIfAbsent(Kafka.text(delivery), _ -> new AtomicInteger()).incrementAndGet();
  }

  private void accept(Delivery delivery) {
    var value = Kafka.text(delivery);
    delivery.settle(AcknowledgeType.ACCEPT).thenRun(() -> settled.add(value));
  }

  private List<String> handedTwice() {
    return handed.entrySet().stream()
        .filter(e -> e.getValue().get() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Set<String> values(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(Collectors.toSet());
  }

  @Test
  void everyRecordIsHandedOutOnceWithinTheBound() throws Exception {
    var settings = settings("once", 100, 10);
    kafka.send("once", "r", 2000);
    var most = new AtomicInteger();
    var inFlight = new AtomicInteger();
    var kept = new ConcurrentLinkedQueue<Delivery>();
    // Nothing is accepted before six batches are in flight at once: lanes must have grown to that.
    var sink =
        ShareQueue.Sink.to(taken -> {
          taken.forEach(this::note);
          kept.addAll(taken);
          if (most.accumulateAndGet(inFlight.addAndGet(taken.size()), Math::max) >= 60) {
            for (var each = kept.poll(); each != null; each = kept.poll()) {
              var delivery = each;
              inFlight.decrementAndGet();
              later(Duration.ofMillis(100), () -> accept(delivery));
            }
          }
        });

    try (var _ = started(settings, sink)) {
      await().atMost(PATIENCE).until(() -> settled.size() == 2000);
    }

    assertThat(settled).isEqualTo(values("r", 2000));
    assertThat(handedTwice()).isEmpty();
    assertThat(again).isEmpty();
    assertThat(most.get()).isBetween(60, 100);
    assertThat(counters.taken()).isEqualTo(2000);
    assertThat(counters.accepted()).isEqualTo(2000);
    assertThat(counters.lanes()).isZero();
  }

  @Test
  void aHandlerMayTakeLongerThanTheLock() throws Exception {
    var settings = settings("long", 100, 10, RENEWED_LOCK);
    kafka.send("long", "r", 60);

    try (var _ = started(settings, handledAfter(RENEWED_LOCK.plusSeconds(10)))) {
      await().atMost(PATIENCE).until(() -> settled.size() == 60);
    }

    assertThat(handedTwice()).isEmpty();
    assertThat(again).isEmpty();
    assertThat(counters.renewed()).isGreaterThanOrEqualTo(60);
    assertThat(counters.lost()).isZero();
  }

  @Test
  void aSlowRecordHoldsUpOnlyItsOwnLane() throws Exception {
    var settings = settings("slow", 40, 5);
    var slow = new ConcurrentLinkedQueue<Delivery>();
    var sink =
        ShareQueue.Sink.to(taken -> {
          for (var delivery : taken) {
            if (Kafka.text(delivery).equals("r0")) {
              slow.add(delivery);
            } else {
              accept(delivery);
            }
          }
        });
    kafka.send("slow", "r", 500);

    try (var _ = started(settings, sink)) {
      await().atMost(PATIENCE).until(() -> settled.size() == 499);
      assertThat(slow).hasSize(1);
      accept(slow.peek());
      await().atMost(PATIENCE).until(() -> settled.size() == 500);
    }
  }

  @Test
  void whatAnAbandonedWorkerHeldComesAgainAndNothingElse() throws Exception {
    var settings = settings("abandoned", 40, 10, SHORT_LOCK);
    kafka.send("abandoned", "r", 200);
    var dead = new ConcurrentLinkedQueue<String>();
    var abandoned =
        started(
            settings,
            ShareQueue.Sink.to(t -> t.forEach(delivery -> dead.add(Kafka.text(delivery)))));
    await().atMost(PATIENCE).until(() -> dead.size() == 40);
    abandoned.abandon();
    var held = counters.taken();

    var again = new ConcurrentHashMap<String, Integer>();
    var sink =
        ShareQueue.Sink.to(taken ->
            taken.forEach(delivery -> {
              again.put(Kafka.text(delivery), delivery.deliveryCount());
              note(delivery);
              accept(delivery);
            }));
    try (var _ = started(settings, sink)) {
      await().atMost(PATIENCE).until(() -> settled.size() == 200);
    }

    assertThat(handedTwice()).isEmpty();
    assertThat(dead).allSatisfy(value -> assertThat(again).containsEntry(value, 2));
    assertThat(again.values().stream().filter(count -> count > 1)).hasSize((int) held);
  }

  @Test
  void aStopWaitsForWhatRunsAndGivesTheRestBack() throws Exception {
    var settings = settings("stopped", 40, 10);
    kafka.send("stopped", "r", 40);
    var held = new ConcurrentLinkedQueue<Delivery>();
    var queue = started(settings, ShareQueue.Sink.to(held::addAll));
    await().atMost(PATIENCE).until(() -> held.size() == 40);
    held.stream()
        .limit(15)
        .forEach(delivery -> later(Duration.ofMillis(300), () -> accept(delivery)));

    queue.close();

    assertThat(settled).hasSize(15);
    assertThat(counters.released()).isEqualTo(25);
    assertThat(queue.inFlight()).isZero();
    var again = new ConcurrentHashMap<String, Integer>();
    var sink =
        ShareQueue.Sink.to(taken ->
            taken.forEach(delivery -> {
              again.put(Kafka.text(delivery), delivery.deliveryCount());
              accept(delivery);
            }));
    try (var _ = started(settings, sink)) {
      await().atMost(PATIENCE).until(() -> settled.size() == 40);
    }
    assertThat(again).hasSize(25).allSatisfy((_, count) -> assertThat(count).isEqualTo(2));
  }

  @Test
  void aReleasedRecordComesAgainUntilTheLimit() throws Exception {
    var settings = settings("released", 10, 1);
    kafka.send("released", "r", 1);
    var counts = new ConcurrentLinkedQueue<Integer>();
    var last = new ConcurrentLinkedQueue<Boolean>();
    var sink =
        ShareQueue.Sink.to(taken ->
            taken.forEach(delivery -> {
              counts.add(delivery.deliveryCount());
              last.add(delivery.lastDelivery());
              delivery.settle(AcknowledgeType.RELEASE);
            }));

    try (var _ = started(settings, sink)) {
      await().atMost(PATIENCE).until(() -> counters.exhausted() == 1);
    }

    assertThat(counts).containsExactly(1, 2, 3, 4, 5);
    assertThat(last).containsExactly(false, false, false, false, true);
  }

  @Test
  void settlingTwiceChangesNothing() throws Exception {
    var settings = settings("twice", 10, 1);
    kafka.send("twice", "r", 1);
    var sink =
        ShareQueue.Sink.to(taken ->
            taken.forEach(delivery -> {
              accept(delivery);
              delivery.settle(AcknowledgeType.RELEASE);
            }));

    try (var queue = started(settings, sink)) {
      await().atMost(PATIENCE).until(() -> counters.accepted() == 1);
      assertThat(queue.inFlight()).isZero();
    }

    assertThat(counters.taken()).isEqualTo(1);
    assertThat(counters.released()).isZero();
  }
}

package io.assay.workqueue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// Prints what the queue itself can do, without SmallRye. Not a test: no figure is asserted.
///
/// The broker runs in a process of its own, so that this process' CPU is the queue's (and the
/// timer's that plays the handlers).
final class Load {

  private static final int PARTITIONS = 1;

  private final Map<String, Object> kafka;
  private final QueueSettings settings;
  private final String topic;
  private final LongSupplier handlerMillis;
  private final QueueCounters counters = new QueueCounters();
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final AtomicInteger twice = new AtomicInteger();
  private final AtomicInteger held = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();
  private volatile boolean open;
  private int sent;

  private Load(Map<String, Object> kafka, QueueSettings settings, LongSupplier handlerMillis) {
    this.kafka = kafka;
    this.settings = settings;
    this.topic = settings.topics().getFirst();
    this.handlerMillis = handlerMillis;
  }

  /// Runs.
  ///
  /// @param args the broker's address, then optionally max-in-flight, batch, lanes
  public static void main(String[] args) throws Exception {
    var kafka = Map.<String, Object>of("bootstrap.servers", args[0]);
    int inFlight = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
    int batch = args.length > 2 ? Integer.parseInt(args[2]) : QueueSettings.defaultBatch(inFlight);
    int lanes =
        args.length > 3 ? Integer.parseInt(args[3]) : QueueSettings.defaultLanes(inFlight, batch);
    System.out.printf("max-in-flight %d, batch %d, lanes %d%n", inFlight, batch, lanes);
    var random = new Random(1);
    new Load(kafka, settings("instant", inFlight, batch, lanes), () -> 0).run(50_000);
    new Load(kafka, settings("500ms", inFlight, batch, lanes), () -> 500).run(20 * inFlight);
    new Load(kafka, settings("0-3s", inFlight, batch, lanes), () -> random.nextInt(3000))
        .run(10 * inFlight);
    new Load(kafka, settings("idle", inFlight, batch, lanes), () -> 0).run(0);
    System.exit(0);
  }

  private static QueueSettings settings(String name, int inFlight, int batch, int lanes) {
    var unique = name + "-" + ProcessHandle.current().pid();
    return new QueueSettings(
        List.of(unique),
        unique,
        lanes,
        batch,
        inFlight,
        Duration.ofSeconds(15),
        Duration.ofSeconds(5),
        5,
        Duration.ofSeconds(10));
  }

  private void run(int records) throws Exception {
    prepare();
    var sink = new ShareQueue.Sink(taken -> taken.forEach(this::handle), () -> open, Runnable::run);
    try (var queue = new ShareQueue(kafka, settings, sink, counters)) {
      queue.read(Set.of(topic));
      if (records == 0) {
        open = true;
        idle();
      } else {
        measure("cold, lanes opening", records);
        measure("warm", records);
        measure("warm", records);
      }
    }
    timer.shutdownNow();
  }

  private void prepare() throws Exception {
    try (var admin = Admin.create(kafka);
        var groups = new ShareGroups(kafka)) {
      admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
      groups.configure(settings);
    }
  }

  private void handle(Delivery delivery) {
    if (!seen.add(new String(delivery.record().key(), UTF_8))) {
      twice.incrementAndGet();
    }
    peak.accumulateAndGet(held.incrementAndGet(), Math::max);
    var millis = handlerMillis.getAsLong();
    if (millis == 0) {
      finish(delivery);
    } else {
      var _ = timer.schedule(() -> finish(delivery), millis, TimeUnit.MILLISECONDS);
    }
  }

  private void finish(Delivery delivery) {
    held.decrementAndGet();
    delivery.settle(AcknowledgeType.ACCEPT);
  }

  private void measure(String what, int records) throws InterruptedException {
    open = false;
    send(records);
    open = true;
    var from = counters.accepted();
    var begin = System.nanoTime();
    var cpu = cpuSeconds();
    while (counters.accepted() < sent && System.nanoTime() - begin < 180_000_000_000L) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    var seconds = (System.nanoTime() - begin) / 1e9;
    var cores = (cpuSeconds() - cpu) / seconds;
    System.out.printf(
        Locale.ROOT,
        "%s, %s: %d records in %.2f s, %.0f/s; %.3f cores; peak %d in handlers; %d lanes; twice"
            + " %d, renewed %d, lost %d, lane failures %d%n",
        topic,
        what,
        counters.accepted() - from,
        seconds,
        (counters.accepted() - from) / seconds,
        cores,
        peak.getAndSet(0),
        counters.lanes(),
        twice.get(),
        counters.renewed(),
        counters.lost(),
        counters.laneFailures());
  }

  private void idle() throws InterruptedException {
    TimeUnit.SECONDS.sleep(5);
    var cpu = cpuSeconds();
    TimeUnit.SECONDS.sleep(20);
    System.out.printf(
        Locale.ROOT, "idle, %d lanes: %.4f cores%n", counters.lanes(), (cpuSeconds() - cpu) / 20);
  }

  private void send(int records) {
    var text = new StringSerializer();
    var padding = "x".repeat(1000);
    try (var producer = new KafkaProducer<>(kafka, text, text)) {
      for (int i = 0; i < records; i++) {
        var _ = producer.send(new ProducerRecord<>(topic, "r" + sent++, padding));
      }
      producer.flush();
    }
  }

  private static double cpuSeconds() {
    var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return os.getProcessCpuTime() / 1e9;
  }
}

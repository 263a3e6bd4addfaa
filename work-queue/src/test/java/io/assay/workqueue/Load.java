package io.assay.workqueue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.AcknowledgeType;

/// Prints what the queue itself can do, without SmallRye. Not a test: no figure is asserted.
///
/// The broker runs in a process of its own (pass its address as the first argument), so that this
/// process' CPU is the queue's.
public final class Load {

  private record Run(
      String name, QueueSettings settings, int records, LongSupplier handlerMillis, double ideal) {}

  private Load() {}

  /// @param args the broker's address, then optionally max-in-flight, batch, lanes
  public static void main(String[] args) throws Exception {
    var kafka = Map.<String, Object>of("bootstrap.servers", args[0]);
    int inFlight = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
    int batch = args.length > 2 ? Integer.parseInt(args[2]) : QueueSettings.defaultBatch(inFlight);
    int lanes =
        args.length > 3 ? Integer.parseInt(args[3]) : QueueSettings.defaultLanes(inFlight, batch);
    var random = new Random(1);
    var runs =
        List.of(
            new Run("instant", settings("instant", inFlight, batch, lanes), 50_000, () -> 0, 0),
            new Run(
                "500 ms",
                settings("steady", inFlight, batch, lanes),
                20 * inFlight,
                () -> 500,
                10.0),
            new Run(
                "0-3 s",
                settings("varied", inFlight, batch, lanes),
                10 * inFlight,
                () -> random.nextInt(3000),
                15.0),
            new Run("idle", settings("idle", inFlight, batch, lanes), 0, () -> 0, 0));
    for (var run : runs) {
      measure(kafka, run);
    }
    System.exit(0);
  }

  private static QueueSettings settings(String name, int inFlight, int batch, int lanes) {
    return new QueueSettings(
        List.of(name + "-" + System.nanoTime()),
        name + "-" + System.nanoTime(),
        lanes,
        batch,
        inFlight,
        Duration.ofSeconds(15),
        Duration.ofSeconds(5),
        5,
        Duration.ofSeconds(10));
  }

  private static void measure(Map<String, Object> kafka, Run run) throws Exception {
    var topic = run.settings.topics().getFirst();
    prepare(kafka, run, topic);
    var seen = ConcurrentHashMap.<String>newKeySet();
    var twice = new AtomicInteger();
    var peak = new AtomicInteger();
    var done = new CountDownLatch(run.records);
    var counters = new QueueCounters();
    var timer = Executors.newScheduledThreadPool(1);
    var queues = new ShareQueue[1];
    var sink =
        ShareQueue.Sink.to(
            taken -> {
              peak.accumulateAndGet(queues[0].inFlight(), Math::max);
              taken.forEach(d -> handle(d, run, timer, seen, twice, done));
            });
    var begin = System.nanoTime();
    var cpu = cpuSeconds();
    try (var queue = new ShareQueue(kafka, run.settings, sink, counters)) {
      queues[0] = queue;
      queue.start(Set.of(topic));
      if (run.records == 0) {
        TimeUnit.SECONDS.sleep(10);
      } else {
        boolean all = done.await(180, TimeUnit.SECONDS);
        System.out.println(all ? "" : "UNFINISHED " + done.getCount());
      }
      print(run, counters, begin, cpu, peak.get(), twice.get());
      steady(run, kafka, topic, counters, done);
    }
    timer.shutdownNow();
  }

  /// The same again, now that the lanes are open.
  private static void steady(
      Run run,
      Map<String, Object> kafka,
      String topic,
      QueueCounters counters,
      CountDownLatch ignored)
      throws Exception {
    if (run.records == 0) {
      return;
    }
    var before = counters.accepted();
    send(kafka, topic, "again", 1, run.records / 2);
    var begin = System.nanoTime();
    var from = counters.accepted();
    var cpu = cpuSeconds();
    while (counters.accepted() < before + run.records / 2) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    var seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "   warm: %d records in %.2f s, %.0f/s; CPU %.2f s = %.3f cores%n",
        counters.accepted() - from,
        seconds,
        (counters.accepted() - from) / seconds,
        cpuSeconds() - cpu,
        (cpuSeconds() - cpu) / seconds);
  }

  private static void prepare(Map<String, Object> kafka, Run run, String topic) throws Exception {
    try (var admin = org.apache.kafka.clients.admin.Admin.create(kafka);
        var groups = new ShareGroups(kafka)) {
      admin
          .createTopics(
              List.of(new org.apache.kafka.clients.admin.NewTopic(topic, 4, (short) 1)))
          .all()
          .get();
      groups.configure(run.settings);
    }
    send(kafka, topic, "r", 0, run.records);
  }

  private static void send(
      Map<String, Object> kafka, String topic, String prefix, int from, int count) {
    var bytes = new org.apache.kafka.common.serialization.StringSerializer();
    try (var producer =
        new org.apache.kafka.clients.producer.KafkaProducer<>(kafka, bytes, bytes)) {
      var padding = "x".repeat(1000);
      for (int i = 0; i < count; i++) {
        producer.send(
            new org.apache.kafka.clients.producer.ProducerRecord<>(
                topic, prefix + (from + i), padding));
      }
      producer.flush();
    }
  }

  private static void handle(
      Delivery delivery,
      Run run,
      ScheduledExecutorService timer,
      Set<String> seen,
      AtomicInteger twice,
      CountDownLatch done) {
    if (!seen.add(new String(delivery.record().key(), java.nio.charset.StandardCharsets.UTF_8))) {
      twice.incrementAndGet();
    }
    Runnable finish =
        () -> delivery.settle(AcknowledgeType.ACCEPT).thenRun(done::countDown);
    var millis = run.handlerMillis.getAsLong();
    if (millis == 0) {
      finish.run();
    } else {
      timer.schedule(finish, millis, TimeUnit.MILLISECONDS);
    }
  }

  private static void print(
      Run run, QueueCounters counters, long begin, double cpu, int peak, int twice) {
    var seconds = (System.nanoTime() - begin) / 1e9;
    var used = cpuSeconds() - cpu;
    System.out.printf(
        Locale.ROOT,
        "%s: %d records in %.2f s (ideal %.1f), %.0f/s; CPU %.2f s = %.3f cores; peak %d in flight,"
            + " %d lanes, twice %d, renewed %d, lost %d, failures %d%n",
        run.name,
        counters.taken(),
        seconds,
        run.ideal,
        counters.taken() / seconds,
        used,
        used / seconds,
        peak,
        counters.lanes(),
        twice,
        counters.renewed(),
        counters.lost(),
        counters.laneFailures());
  }

  private static double cpuSeconds() {
    var os =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return os.getProcessCpuTime() / 1e9;
  }
}

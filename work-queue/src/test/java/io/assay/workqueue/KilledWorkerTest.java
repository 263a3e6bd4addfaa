package io.assay.workqueue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.junit.jupiter.api.Test;

/// A worker dies by SIGKILL: its records, and only its, come to another one.
class KilledWorkerTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static Process worker(String brokers, String topic) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = System.getProperty("java.class.path");
    return new ProcessBuilder(
            List.of(java, "-cp", classPath, HoldingWorker.class.getName(), brokers, topic))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void whatAKilledProcessHeldComesAgain() throws Exception {
    try (var kafka = new Kafka()) {
      var settings = HoldingWorker.settings("killed");
      kafka.topic("killed", 1);
      kafka.configure(settings);
      kafka.send("killed", "r", 100);
      var victims = killedWhileHolding(kafka, settings.maxInFlight());
      var killedAt = System.nanoTime();

      var counts = new ConcurrentHashMap<String, Integer>();
      var sink =
          ShareQueue.Sink.to(taken ->
              taken.forEach(d -> {
                counts.merge(Kafka.text(d), d.deliveryCount(), Math::max);
                d.settle(AcknowledgeType.ACCEPT);
              }));
      var counters = new QueueCounters();
      try (var queue = new ShareQueue(kafka.properties(), settings, sink, counters)) {
        queue.read(Set.of("killed"));
        await().atMost(PATIENCE).until(() -> counters.accepted() == 100);
        var seconds = (System.nanoTime() - killedAt) / 1e9;
        System.out.printf("All records of a killed worker handled after %.1f s%n", seconds);
      }

      assertThat(counts).hasSize(100);
      assertThat(victims).allSatisfy(value -> assertThat(counts.get(value)).isGreaterThan(1));
      assertThat(redelivered(counts)).isLessThanOrEqualTo(60);
    }
  }

  /// Forty in handlers, and at most two batches of ten that wait for room.
  private static long redelivered(Map<String, Integer> counts) {
    return counts.values().stream().filter(count -> count > 1).count();
  }

  private static Set<String> killedWhileHolding(Kafka kafka, int records) throws IOException {
    var held = new HashSet<String>();
    var process = worker(kafka.address(), "killed");
    try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      while (held.size() < records) {
        var line = out.readLine();
        assertThat(line).as("the worker's output").isNotNull();
        if (line.startsWith("r")) {
          held.add(line);
        }
      }
    } finally {
      process.destroyForcibly().onExit().join();
    }
    return held;
  }
}

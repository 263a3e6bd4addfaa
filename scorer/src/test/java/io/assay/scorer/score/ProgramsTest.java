package io.assay.scorer.score;

import static io.assay.scorer.Fixtures.answer;
import static io.assay.scorer.Fixtures.key;
import static io.assay.scorer.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.event.Topics;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.EventDeserializer;
import io.assay.scorer.BrokerResource;
import io.assay.scorer.Fixtures;
import io.assay.scorer.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Outputs that are judged by a program, among others that are not.
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class ProgramsTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final String jobId = "job-" + UUID.randomUUID();
  private final Wire wire = Wire.ofTheApplication();

  @TempDir Path folder;

  /// The judge must not outlive the test, whatever came of it.
  @AfterEach
  void end() throws IOException {
    try (var _ = new RandomAccessFile(folder.resolve("gate").toFile(), "rw")) {
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }
    wire.close();
    System.clearProperty("assay.commands.allowed");
  }

  @Test
  void othersDoNotWaitForProgramsAndOffsetsDo() throws Exception {
    System.setProperty("assay.commands.allowed", "true");
    wire.send(Fixtures.job(jobId, Job.State.RUNNING, Map.of(), "a"));
    wire.send(output(key(jobId, "a", 0), "42", answer("42"), List.of(waitsFor(gate()))));
    wire.flush();
    long offset = offsetOfFirst();
    int partition = partition();
    for (int i = 1; i <= 20; i++) {
      wire.send(output(key(jobId, "a", i), "42", answer("42")));
      wire.flush();
    }

    await().atMost(SOON).until(() -> scores().size() == 20);
    assertThat(scores()).noneMatch(each -> each.key().equals(key(jobId, "a", 0)));
    assertThat(committed(partition)).isLessThanOrEqualTo(offset);

    Files.writeString(folder.resolve("gate"), "open");
    await().atMost(SOON).until(() -> scores().size() == 21);
    assertThat(scores()).extracting(Score::status).containsOnly(Status.SCORED);
    await().atMost(SOON).until(() -> committed(partition) >= offset + 21);
  }

  /// A judge that waits until somebody has written into the gate.
  private static MetricSpec waitsFor(Path gate) {
    var command =
        JsonNodeFactory.instance
            .arrayNode()
            .add("sh")
            .add("-c")
            .add("while read line; do cat '" + gate + "' > /dev/null; echo '{\"value\": 1}'; done");
    return new MetricSpec("command", "judge", Map.of("command", command));
  }

  private Path gate() throws IOException, InterruptedException {
    Path gate = folder.resolve("gate");
    assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();
    return gate;
  }

  private List<Score> scores() {
    return wire.read(
        Topics.SCORES, new EventDeserializer.OfScore(), it -> it.key().jobId().equals(jobId));
  }

  private long offsetOfFirst() {
    return first().offset();
  }

  private int partition() {
    return first().partition();
  }

  private org.apache.kafka.clients.consumer.ConsumerRecord<String, ?> first() {
    return wire.records(Topics.OUTPUTS, new StringDeserializer()).stream()
        .filter(each -> each.key().contains(jobId))
        .findFirst()
        .orElseThrow();
  }

  private static long committed(int partition) throws ExecutionException, InterruptedException {
    String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      var offsets =
          admin.listConsumerGroupOffsets("assay.scorer").partitionsToOffsetAndMetadata().get();
      var offset = offsets.get(new TopicPartition(Topics.OUTPUTS, partition));
      return offset == null ? 0 : offset.offset();
    }
  }
}

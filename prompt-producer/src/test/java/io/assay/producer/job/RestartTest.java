package io.assay.producer.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.contracts.event.Job.State;
import io.assay.contracts.event.Progress;
import io.assay.contracts.event.Topics;
import io.assay.contracts.wire.EventDeserializer;
import io.assay.producer.ProducerConfig;
import io.assay.producer.kafka.EventLog;
import io.assay.producer.kafka.TopicReader;
import io.assay.producer.support.BrokerResource;
import io.assay.producer.support.Downstream;
import io.assay.producer.validate.Submission;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a dispatcher had in memory is lost in the middle of a job; another one goes on from what
/// the topics hold.
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@TestProfile(RestartTest.OfItsOwn.class)
class RestartTest {

  /// Gives this test an application of its own, since it takes its dispatcher away.
  public static final class OfItsOwn implements QuarkusTestProfile {}

  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Inject JobDesk desk;
  @Inject DispatcherThread first;
  @Inject ProducerConfig config;
  @Inject EventLog log;
  @Inject Recovery recovery;
  @Inject Issuer issuer;
  @Inject FinalMetrics finalMetrics;
  @Inject Workspace workspace;
  @Inject TopicReader reader;

  @Inject
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @TempDir Path folder;

  @Test
  void everyPromptIsIssuedOnceAcrossARestart() throws Exception {
    try (var downstream = new Downstream(bootstrapServers)) {
      downstream.slowDown(Duration.ofMillis(20));
      String jobId = submit();
      await().atMost(LIMIT).until(() -> downstream.received(jobId).size() > 300);
      first.stop(new io.quarkus.runtime.ShutdownEvent());
      int before = downstream.received(jobId).size();
      assertThat(before).isLessThan(4000);

      goOnUntilEnded(jobId, downstream);

      assertThat(downstream.state(jobId)).isEqualTo(State.COMPLETED);
      var keys = downstream.received(jobId).stream().map(each -> each.recordKey()).toList();
      assertThat(keys).hasSize(4000);
      assertThat(new HashSet<>(keys)).hasSize(4000);
    }
  }

  private String submit() throws IOException {
    Files.writeString(
        folder.resolve("d.csv"),
        IntStream.range(0, 2000)
            .mapToObj(i -> i + ",q" + i + ",a")
            .collect(Collectors.joining("\n", "id,question,answer\n", "\n")));
    var document =
        """
        name: restart
        models: [fake/oracle, fake/echo]
        task: text-generation
        dataset: {path: d.csv, shuffleSeed: 5}
        fields: {id: id, input: question, target: answer}
        limits: {window: 100}
        """;
    var submitted = desk.submit(new Submission(document, folder.toString(), Map.of()));
    return ((JobDesk.Submitted.Accepted) submitted).job().jobId();
  }

  /// A second dispatcher, fed with the reports that are in the topic.
  private void goOnUntilEnded(String jobId, Downstream downstream) {
    var second =
        new Dispatcher(
            config,
            log,
            recovery,
            issuer,
            finalMetrics,
            workspace,
            new PoolWatch(new ServedPools()));
    second.recover();
    var ended = new AtomicBoolean();
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          reader.readAll(
              Topics.PROGRESS,
              new EventDeserializer.OfProgress(),
              (_, report) -> feed(second, report));
          second.turn();
          ended.set(second.openJobs() == 0 && downstream.state(jobId).ended());
          return ended.get();
        });
  }

  private static void feed(
      Dispatcher dispatcher, @org.jspecify.annotations.Nullable Progress report) {
    if (report != null) {
      dispatcher.report(report);
    }
  }
}

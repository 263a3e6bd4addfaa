package io.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.standalone.client.AssayClient;
import io.assay.standalone.client.JobView;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each service as a process of its own against one Kafka broker process, with two evaluators.
class FourServicesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;

  private final Map<String, JavaProcess> processes = new HashMap<>();
  private String bootstrap = "";
  private AssayClient client = new AssayClient(URI.create("http://127.0.0.1"), null);

  @BeforeEach
  void startAll() throws IOException {
    startBroker();
    startServices();
  }

  @AfterEach
  void stopAll() {
    stopServices();
    Objects.requireNonNull(processes.remove("broker")).close();
  }

  @Test
  void aKilledEvaluatorLosesNothingAndARestartChangesNothing() throws Exception {
    int samples = 6000;
    Path document = RecordedData.write(folder, samples, 300);
    String job = client.submit(Files.readString(document), folder, Map.of());

    await().atMost(PATIENCE).until(() -> done(job) > samples / 10);
    Objects.requireNonNull(processes.remove("evaluator-2")).kill();

    await().atMost(PATIENCE).until(() -> settled(job));
    JobView before = Objects.requireNonNull(client.job(job));
    assertExact(before, samples);

    stopServices();
    startServices();
    await().atMost(PATIENCE).until(() -> settled(job));
    JobView after = Objects.requireNonNull(client.job(job));
    assertThat(after.models()).hasSameSizeAs(before.models());
    for (int i = 0; i < before.models().size(); i++) {
      assertThat(after.models().get(i).counts()).isEqualTo(before.models().get(i).counts());
      assertThat(after.models().get(i).metrics()).isEqualTo(before.models().get(i).metrics());
    }
  }

  private static void assertExact(JobView job, int samples) {
    assertThat(job.state()).isEqualTo("COMPLETED");
    assertRight(job, "recorded/good", samples, RecordedData.rightOfGood(samples));
    assertRight(job, "recorded/weak", samples, RecordedData.rightOfWeak(samples));
  }

  private static void assertRight(JobView job, String id, int samples, int right) {
    JobView.Model model =
        job.models().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
    assertThat(model.counts())
        .isEqualTo(new JobView.Counts(samples, samples, 0, samples, 0, 0, 0, 0, 0, 0));
    JobView.Metric accuracy = model.metrics().getFirst();
    assertThat(accuracy.n()).isEqualTo(samples);
    assertThat(accuracy.value()).isEqualTo((double) right / samples);
  }

  private long done(String job) {
    JobView view = client.job(job);
    return view == null
        ? 0
        : view.models().stream().mapToLong(model -> model.counts().settled()).sum();
  }

  private boolean settled(String job) {
    JobView view = client.job(job);
    return view != null && view.settled();
  }

  private void startBroker() throws IOException {
    int port = JavaProcess.freePort();
    bootstrap = "127.0.0.1:" + port;
    Path jar;
    try (var jars = Files.list(ProjectFolder.root().resolve("broker/target"))) {
      jar =
          jars.filter(file ->
                  file.getFileName().toString().matches("assay-broker-[^-]+(-SNAPSHOT)?\\.jar"))
              .findFirst()
              .orElseThrow();
    }
    var arguments =
        List.of("--data-dir", folder.resolve("kafka").toString(), "--port", Integer.toString(port));
    processes.put("broker", JavaProcess.start(jar, folder, "broker", Map.of(), arguments));
  }

  private void startServices() throws IOException {
    int producer = start("prompt-producer", "prompt-producer", Map.of());
    start("evaluator", "evaluator-1", Map.of());
    start("evaluator", "evaluator-2", Map.of());
    start("scorer", "scorer", Map.of());
    int dashboard =
        start(
            "dashboard",
            "dashboard",
            Map.of("ASSAY_DASHBOARD_PRODUCER_URL", "http://127.0.0.1:" + producer));
    client = new AssayClient(URI.create("http://127.0.0.1:" + dashboard), null);
    for (var address : ports) {
      var service = new AssayClient(URI.create("http://127.0.0.1:" + address), null);
      await().atMost(PATIENCE).until(() -> allAlive() && service.ready());
    }
  }

  private final List<Integer> ports = new ArrayList<>();

  private int start(String module, String name, Map<String, String> more) throws IOException {
    int port = JavaProcess.freePort();
    var environment = new HashMap<>(more);
    environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrap);
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("ASSAY_DATA_DIR", Files.createDirectories(folder.resolve(module)).toString());
    processes.put(
        name,
        JavaProcess.start(ProjectFolder.application(module), folder, name, environment, List.of()));
    ports.add(port);
    return port;
  }

  private boolean allAlive() {
    for (var process : processes.entrySet()) {
      assertThat(process.getValue().alive())
          .as(() -> process.getKey() + " ended: " + process.getValue().said())
          .isTrue();
    }
    return true;
  }

  private void stopServices() {
    for (var name : List.copyOf(processes.keySet())) {
      if (!name.equals("broker")) {
        Objects.requireNonNull(processes.remove(name)).close();
      }
    }
    ports.clear();
  }
}

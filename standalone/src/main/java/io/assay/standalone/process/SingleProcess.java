package io.assay.standalone.process;

import static java.util.Map.entry;

import io.assay.broker.BrokerStartException;
import io.assay.broker.EmbeddedBroker;
import io.assay.contracts.wire.TopicAdmin;
import io.assay.standalone.client.AssayClient;
import io.assay.standalone.client.AssayException;
import io.assay.tasks.own.CommandMetric;
import io.quarkus.runtime.Quarkus;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Everything in this JVM: an embedded Kafka broker and all services, over one data folder.
public final class SingleProcess implements AutoCloseable {

  private static final List<String> POOLS = List.of("default");
  private static final int PARTITIONS = 4;

  /// Long, since a machine that others keep busy is slow, not broken: a start takes some ten
  /// seconds of processor time.
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private final DataDir dir;
  private final EmbeddedBroker broker;
  private final AssayClient client;
  private final CountDownLatch stopped;

  private SingleProcess(
      DataDir dir, EmbeddedBroker broker, AssayClient client, CountDownLatch stopped) {
    this.dir = dir;
    this.broker = broker;
    this.client = client;
    this.stopped = stopped;
  }

  /// Starts broker and services and waits until they take jobs.
  ///
  /// @param dir the data folder, which no other process may use
  /// @param wantedPort the dashboard's port; the next free one is taken if it is in use
  /// @param continued which interrupted jobs go on: `all`, `none`, or a job's id
  /// @throws AssayException where it does not come up; the message names the log
  public static SingleProcess start(DataDir dir, int wantedPort, String continued) {
    var broker = broker(dir);
    try {
      TopicAdmin.ensure(broker.bootstrapServers(), POOLS, PARTITIONS);
      int port = FreePort.from(wantedPort);
      settings(dir, broker, port, continued).forEach(System::setProperty);
      return services(dir, broker, URI.create("http://127.0.0.1:" + port));
    } catch (RuntimeException e) {
      broker.close();
      throw e;
    }
  }

  private static EmbeddedBroker broker(DataDir dir) {
    try {
      return EmbeddedBroker.start(dir.kafka());
    } catch (BrokerStartException e) {
      throw new AssayException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Map<String, String> settings(
      DataDir dir, EmbeddedBroker broker, int port, String continued) {
    return Map.ofEntries(
        entry("kafka.bootstrap.servers", broker.bootstrapServers()),
        entry("quarkus.http.host", "127.0.0.1"),
        entry("quarkus.http.port", Integer.toString(port)),
        entry("quarkus.log.console.enabled", "false"),
        entry("quarkus.log.file.enabled", "true"),
        entry("quarkus.log.file.path", dir.log().toString()),
        entry("assay.data-dir", dir.root().toString()),
        entry("assay.blobs.dir", dir.blobs().toString()),
        entry("assay.topic-partitions", Integer.toString(PARTITIONS)),
        entry("assay.producer.continue", continued),
        // Whoever uses this process may run programs here anyway.
        entry(CommandMetric.ALLOWED, "true"));
  }

  private static SingleProcess services(DataDir dir, EmbeddedBroker broker, URI address) {
    var stopped = new CountDownLatch(1);
    var failure = new CompletableFuture<@Nullable Throwable>();
    Thread.ofPlatform()
        .name("services")
        .start(() ->
            Quarkus.run(
                Services.class,
                (code, problem) -> {
                  failure.complete(problem);
                  stopped.countDown();
                }));
    var client = new AssayClient(address, null);
    awaitReady(client, failure, dir);
    new RunningServer(address, ProcessHandle.current().pid()).write(dir);
    return new SingleProcess(dir, broker, client, stopped);
  }

  private static void awaitReady(
      AssayClient client, CompletableFuture<@Nullable Throwable> failure, DataDir dir) {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!client.ready()) {
      if (failure.isDone()) {
        Throwable problem = failure.join();
        throw new AssayException(
            "the services did not start: "
                + (problem == null ? "they stopped" : causes(problem))
                + ". The log says more: "
                + dir.log(),
            problem);
      }
      if (System.nanoTime() > end) {
        throw new AssayException(
            "the services are not ready after "
                + START_LIMIT.toSeconds()
                + " s. "
                + client.server()
                + "/q/health/ready says which, the log says more: "
                + dir.log());
      }
      pause();
    }
  }

  private static String causes(Throwable problem) {
    var text = new StringBuilder(String.valueOf(problem.getMessage()));
    for (Throwable cause = problem.getCause(); cause != null; cause = cause.getCause()) {
      text.append(", because: ").append(cause);
    }
    return text.toString();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssayException("interrupted while starting", e);
    }
  }

  /// A client of these services.
  public AssayClient client() {
    return client;
  }

  /// Waits until somebody stops the services.
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /// Stops the services, then the broker; what was acknowledged is on disk.
  @Override
  public void close() {
    RunningServer.remove(dir);
    Quarkus.asyncExit(0);
    try {
      if (!stopped.await(30, TimeUnit.SECONDS)) {
        System.err.println("assay: the services did not stop within 30 s; ending without them");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    broker.close();
  }
}

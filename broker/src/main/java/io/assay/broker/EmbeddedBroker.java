package io.assay.broker;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A Kafka broker in this JVM: KRaft, one node, loopback only. Its data survive in the folder; the
/// port may differ from start to start. Safe for use by several threads.
///
/// ```java
/// try (var broker = EmbeddedBroker.start(Path.of("data"))) {
///   … broker.bootstrapServers() …
/// }
/// ```
public final class EmbeddedBroker implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(EmbeddedBroker.class.getName());
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(20);
  private static final Duration CLOSE_LIMIT_AFTER_FAULT = Duration.ofSeconds(5);

  private final FolderLock lock;
  private final KafkaNode node;
  private final Consumer<BrokerFault> watcher = this::failed;
  private final Consumer<BrokerFault> onFault;
  private final AtomicReference<Optional<BrokerFault>> fault =
      new AtomicReference<>(Optional.empty());
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedBroker(FolderLock lock, KafkaNode node, Consumer<BrokerFault> onFault) {
    this.lock = lock;
    this.node = node;
    this.onFault = onFault;
  }

  /// Starts on a free port and logs a later fault.
  ///
  /// @throws BrokerStartException saying what to do, for example when the folder is in use
  public static EmbeddedBroker start(Path dataDir) {
    return start(dataDir, 0);
  }

  /// Starts on `port` (0: a free one) and logs a later fault.
  ///
  /// @throws BrokerStartException saying what to do, for example when the port is taken
  public static EmbeddedBroker start(Path dataDir, int port) {
    return start(dataDir, port, _ -> {});
  }

  /// Returns when the broker takes requests.
  ///
  /// @param dataDir made if absent; used by one broker at a time
  /// @param port of 127.0.0.1; 0 takes a free one
  /// @param onFault called at most once, on a thread of its own, when the broker gave up; it may
  ///   call [#close()]. The JVM lives on
  /// @throws BrokerStartException saying what to do
  public static EmbeddedBroker start(Path dataDir, int port, Consumer<BrokerFault> onFault) {
    var begin = System.nanoTime();
    var lock = FolderLock.take(dataDir);
    try {
      var node = KafkaNode.prepared(dataDir.resolve("kafka"), port);
      var broker = new EmbeddedBroker(lock, node, onFault);
      ExitGuard.watch(broker.watcher);
      broker.startNode(dataDir);
      var took = (System.nanoTime() - begin) / 1_000_000;
      LOG.log(INFO, "Kafka broker on {0}, data in {1}, started in {2} ms", broker, dataDir, took);
      return broker;
    } catch (RuntimeException e) {
      closeQuietly(lock);
      throw e;
    }
  }

  private void startNode(Path dataDir) {
    try {
      lock.sign(bootstrapServers());
      node.start();
    } catch (IOException | RuntimeException e) {
      ExitGuard.forget(watcher);
      node.stop(CLOSE_LIMIT_AFTER_FAULT);
      throw new BrokerStartException(
          "The Kafka broker did not start in %s: %s".formatted(dataDir.toAbsolutePath(), e), e);
    }
  }

  /// What clients put into `bootstrap.servers`.
  public String bootstrapServers() {
    return node.address();
  }

  /// The fault after which this broker is of no more use, or empty while it is well.
  public Optional<BrokerFault> fault() {
    return fault.get();
  }

  private void failed(BrokerFault found) {
    if (fault.compareAndSet(Optional.empty(), Optional.of(found))) {
      LOG.log(ERROR, "Kafka broker on {0} gave up: {1}", this, found.message());
      Thread.ofVirtual().name("broker-fault").start(() -> onFault.accept(found));
    }
  }

  /// Stops the broker; its data are flushed. Takes a second or so, at most 20; a second call does
  /// nothing. Close clients first, or they log lost connections.
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    var limit = fault().isPresent() ? CLOSE_LIMIT_AFTER_FAULT : CLOSE_LIMIT;
    if (!node.stop(limit)) {
      LOG.log(ERROR, "Kafka broker on {0} did not stop within {1} s", this, limit.toSeconds());
    }
    ExitGuard.forget(watcher);
    closeQuietly(lock);
  }

  private static void closeQuietly(FolderLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.log(ERROR, "The broker's lock could not be released; it ends with this process", e);
    }
  }

  @Override
  public String toString() {
    return bootstrapServers();
  }
}

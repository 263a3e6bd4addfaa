package io.assay.workqueue;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// One channel: waits for the broker and the topics, then lets the queue's records flow into the
/// stream, each as a message on the channel's Vert.x context.
final class Channel {

  private static final System.Logger LOG = System.getLogger(Channel.class.getName());

  private final ChannelConfig config;
  private final Context context;
  private final QueueCounters counters = new QueueCounters();
  private volatile @Nullable ShareQueue queue;
  private volatile boolean stopped;
  private volatile Optional<String> problem = Optional.of("not started");

  Channel(ChannelConfig config, Context context) {
    this.config = config;
    this.context = context;
  }

  /// Bounded by max-in-flight, so the buffer is too.
  Multi<Message<?>> stream() {
    return Multi.createFrom().<Message<?>>emitter(this::begin, BackPressureStrategy.BUFFER);
  }

  private void begin(MultiEmitter<? super Message<?>> out) {
    var sink =
        new ShareQueue.Sink(
            taken -> context.runOnContext(_ -> emit(taken, out)),
            () -> out.requested() > 0,
            confirmation -> context.runOnContext(_ -> confirmation.run()));
    var made = new ShareQueue(config.kafka(), config.settings(), sink, counters);
    queue = made;
    out.onTermination(() -> Thread.ofVirtual().start(this::stop)); // it blocks
    Thread.ofVirtual().name("work-queue-" + config.channel()).start(() -> prepare(made, out));
  }

  private void emit(List<Delivery> taken, MultiEmitter<? super Message<?>> out) {
    for (var delivery : taken) {
      payload(delivery).ifPresent(value -> out.emit(QueueMessage.of(delivery, value)));
    }
  }

  /// What cannot be read is refused for ever, visibly: it would be the same the next time.
  private Optional<Object> payload(Delivery delivery) {
    var record = delivery.record();
    try {
      var value = config.valueDeserializer();
      var read = value.deserialize(record.topic(), record.headers(), record.value());
      return Optional.ofNullable(read).or(() -> refuse(delivery, "it has no value"));
    } catch (RuntimeException e) { // a deserialiser throws what it likes
      return refuse(delivery, e.toString());
    }
  }

  private Optional<Object> refuse(Delivery delivery, String why) {
    LOG.log(ERROR, "{0} cannot be read and is rejected: {1}", delivery, why);
    delivery.settle(AcknowledgeType.REJECT);
    return Optional.empty();
  }

  private void prepare(ShareQueue made, MultiEmitter<? super Message<?>> out) {
    try {
      while (!stopped && !prepared(made)) {
        TimeUnit.SECONDS.sleep(2);
      }
    } catch (UnsupportedBrokerException e) {
      problem = Optional.of(String.valueOf(e.getMessage()));
      LOG.log(ERROR, "Channel {0} has ended: {1}", config.channel(), e.getMessage());
      out.fail(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Returns false when the broker could not be reached
  private boolean prepared(ShareQueue made) throws InterruptedException {
    try (var groups = new ShareGroups(config.kafka())) {
      groups.requireSupport();
      groups.configure(config.settings());
      problem = Optional.empty();
      groups.awaitTopics(config.settings().topics(), new Starter(made));
      return true;
    } catch (KafkaException e) {
      problem = Optional.of("The broker cannot be reached: " + e.getMessage());
      LOG.log(WARNING, "Channel {0} waits for the broker: {1}", config.channel(), e.toString());
      return false;
    }
  }

  private final class Starter implements ShareGroups.Listener {

    private final ShareQueue queue;

    Starter(ShareQueue queue) {
      this.queue = queue;
    }

    @Override
    public void exist(Set<String> topics) {
      queue.read(topics);
    }

    @Override
    public boolean over() {
      return stopped;
    }
  }

  void stop() {
    stopped = true;
    var running = queue;
    if (running != null) {
      running.close();
    }
  }

  String name() {
    return config.channel();
  }

  QueueCounters counters() {
    return counters;
  }

  int inFlight() {
    var running = queue;
    return running == null ? 0 : running.inFlight();
  }

  /// Why no records flow, or empty when they can.
  Optional<String> problem() {
    return problem;
  }
}

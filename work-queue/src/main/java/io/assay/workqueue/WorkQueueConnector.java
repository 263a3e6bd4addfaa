package io.assay.workqueue;

import io.smallrye.reactive.messaging.annotations.ConnectorAttribute;
import io.smallrye.reactive.messaging.annotations.ConnectorAttribute.Direction;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.health.HealthReporter;
import io.smallrye.reactive.messaging.providers.connectors.ExecutionHolder;
import io.vertx.core.impl.VertxInternal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/// Kafka share group → channel: `mp.messaging.incoming.CHANNEL.connector=assay-work-queue`.
///
/// A message carries the [Delivery] and Kafka's `ConsumerRecord` as metadata. Acknowledging it
/// accepts the record; failing it releases the record, which is handed out again at once, unless
/// the nack's metadata hold another `AcknowledgeType`. Acknowledgements never fail: ask
/// [Delivery#lost()]. Messages come unordered and up to `max-in-flight` at a time; how many are
/// handled at once is SmallRye's matter (methods on virtual threads: 1,024, see
/// `smallrye.messaging.worker.<virtual-thread>.max-concurrency`; methods that return a Uni: one).
///
/// Give a topic one partition: share groups need no more for any number of workers. A broker
/// assigns each lane some partitions only, so that with several a slow record can hold up others of
/// its partition while lanes of another one are free.
///
/// All other attributes of a channel, and `kafka.*`, are passed on to Kafka's consumer.
@ApplicationScoped
@Connector(WorkQueueConnector.NAME)
@ConnectorAttribute(
    name = "topics",
    type = "string",
    direction = Direction.INCOMING,
    description = "Topics to read, separated by commas. Default: the channel's name")
@ConnectorAttribute(
    name = "group.id",
    type = "string",
    direction = Direction.INCOMING,
    description = "The share group. Default: the channel's name")
@ConnectorAttribute(
    name = "max-in-flight",
    type = "int",
    direction = Direction.INCOMING,
    defaultValue = "256",
    description = "Records held at most: as many as the handler really works on at once")
@ConnectorAttribute(
    name = "batch",
    type = "int",
    direction = Direction.INCOMING,
    description = "Records a lane takes at most at once. Default: max-in-flight / 16, 1 to 50")
@ConnectorAttribute(
    name = "lanes",
    type = "int",
    direction = Direction.INCOMING,
    description = "Consumers of a topic at most. Default: 2 * max-in-flight / batch, 2 to 64")
@ConnectorAttribute(
    name = "lock",
    type = "string",
    direction = Direction.INCOMING,
    defaultValue = "15s",
    description = "How long the broker keeps a record for a worker that is silent")
@ConnectorAttribute(
    name = "renew-every",
    type = "string",
    direction = Direction.INCOMING,
    description = "How often locks are prolonged. Default: a third of lock")
@ConnectorAttribute(
    name = "delivery-limit",
    type = "int",
    direction = Direction.INCOMING,
    defaultValue = "5",
    description = "How often a record is handed out at most")
@ConnectorAttribute(
    name = "stop-grace",
    type = "string",
    direction = Direction.INCOMING,
    defaultValue = "10s",
    description = "How long a stop waits for what runs")
@ConnectorAttribute(
    name = "value.deserializer",
    type = "string",
    direction = Direction.INCOMING,
    description = "Class that reads values. Default: byte[]")
public class WorkQueueConnector implements InboundConnector, HealthReporter {

  /// The connector's name.
  public static final String NAME = "assay-work-queue";

  private static final String MICROMETER = "io.micrometer.core.instrument.Metrics";

  private final ExecutionHolder execution;
  private final Map<String, Channel> channels = new ConcurrentHashMap<>();

  @Inject
  WorkQueueConnector(ExecutionHolder execution) {
    this.execution = execution;
  }

  @Override
  public Flow.Publisher<? extends Message<?>> getPublisher(Config config) {
    var vertx = (VertxInternal) execution.vertx().getDelegate();
    var channel = new Channel(ChannelConfig.of(config), vertx.createEventLoopContext());
    channels.put(channel.name(), channel);
    if (present(MICROMETER)) {
      QueueMeters.bind(channel);
    }
    return channel.stream();
  }

  private static boolean present(String type) {
    try {
      Class.forName(type, false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException _) {
      return false;
    }
  }

  /// What a channel's queue has done so far, or empty when the channel is not of this connector.
  public Optional<QueueCounters> counters(String channel) {
    return Optional.ofNullable(channels.get(channel)).map(Channel::counters);
  }

  /// Records that a channel holds now.
  public int inFlight(String channel) {
    return Optional.ofNullable(channels.get(channel)).map(Channel::inFlight).orElse(0);
  }

  @Override
  public HealthReport getReadiness() {
    var report = HealthReport.builder();
    channels.forEach((name, channel) ->
        channel
            .problem()
            .ifPresentOrElse(
                problem -> report.add(name, false, problem), () -> report.add(name, true)));
    return report.build();
  }

  void stop(
      @Observes(notifyObserver = Reception.IF_EXISTS)
          @Priority(50)
          @BeforeDestroyed(ApplicationScoped.class)
          Object event) {
    var stops = channels.values().stream().map(c -> Thread.ofVirtual().start(c::stop)).toList();
    for (var stop : stops) {
      try {
        stop.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}

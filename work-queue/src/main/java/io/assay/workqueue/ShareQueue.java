package io.assay.workqueue;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.AcknowledgeType;

/// A share group as a work queue. It promises:
///
/// - at most `maxInFlight` records are in handlers (a batch or two more may be locked, waiting);
/// - each is handed out once, until its lock is lost;
/// - locks of held records are renewed, so that a handler may take longer than the lock;
/// - when this process dies, what it held (and only that) goes to others when the locks end;
/// - a stop waits for what runs and gives the rest back at once.
///
/// A record may be handed out again elsewhere after its lock was lost: at least once, not exactly.
public final class ShareQueue implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ShareQueue.class.getName());

  private final QueueSettings settings;
  private final Sink sink;
  private final QueueObserver observer;
  private final Admission admission;
  private final Map<String, Object> properties;

  /// One pool a topic: a lane that reads one topic cannot keep it from the lanes of another.
  private final Map<String, LanePool> pools = new ConcurrentHashMap<>();

  private volatile boolean stopping;
  private volatile boolean abandoned;
  private volatile long graceEnds = Long.MAX_VALUE;

  /// Where records go.
  ///
  /// @param out gets what was taken, in batches, on a lane's thread: must not block for long
  /// @param wanted false while records should stay with the broker
  /// @param confirmations runs what depends on [Delivery#settle], a batch at a time
  public record Sink(Consumer<List<Delivery>> out, BooleanSupplier wanted, Executor confirmations) {

    /// Always wants more; confirms on the lanes' threads.
    public static Sink to(Consumer<List<Delivery>> out) {
      return new Sink(out, () -> true, Runnable::run);
    }
  }

  /// @param kafka how to reach the broker: `bootstrap.servers`, security and so on
  public ShareQueue(
      Map<String, Object> kafka, QueueSettings settings, Sink sink, QueueObserver observer) {
    this.settings = settings;
    this.sink = sink;
    this.observer = observer;
    this.admission = new Admission(settings.maxInFlight(), sink.wanted());
    this.properties = consumerProperties(kafka, settings);
  }

  private static Map<String, Object> consumerProperties(
      Map<String, Object> kafka, QueueSettings settings) {
    var p = new HashMap<>(kafka);
    p.put("group.id", settings.groupId());
    p.put("share.acknowledgement.mode", "explicit");
    p.put("share.acquire.mode", "record_limit");
    p.put("max.poll.records", settings.batch());
    p.put("max.poll.interval.ms", Integer.MAX_VALUE); // a lane with long records does not poll
    p.put("connections.max.idle.ms", Integer.MAX_VALUE); // or Kafka warns of the line above
    p.put("allow.auto.create.topics", false);
    p.putIfAbsent("fetch.max.wait.ms", 500);
    p.putIfAbsent("client.id", settings.groupId());
    return p;
  }

  /// Takes records from these topics too. Returns at once; a topic that is read already is left
  /// alone.
  public void read(Set<String> topics) {
    for (var topic : topics) {
      pools.computeIfAbsent(topic, t -> new LanePool(this, t, properties)).openFirst();
    }
  }

  /// Takes nothing new, waits for what runs up to the settings' grace, gives the rest back.
  @Override
  public void close() {
    graceEnds = System.nanoTime() + settings.stopGrace().toNanos();
    stopping = true;
    join(settings.stopGrace().plus(LanePool.CLOSE_LIMIT));
  }

  /// Records handed out and not settled.
  public int inFlight() {
    return admission.inFlight();
  }

  /// As if the process had died: nothing is acknowledged or closed any more. For tests.
  void abandon() {
    abandoned = true;
    join(Duration.ofSeconds(5));
  }

  private void join(Duration limit) {
    var until = System.nanoTime() + limit.toNanos();
    pools.values().forEach(pool -> pool.join(until));
  }

  /// A lane began or ended.
  void lanesChanged() {
    observer.lanes(pools.values().stream().mapToInt(LanePool::open).sum());
  }

  Admission admission() {
    return admission;
  }

  QueueSettings settings() {
    return settings;
  }

  QueueObserver observer() {
    return observer;
  }

  boolean stopping() {
    return stopping;
  }

  boolean abandoned() {
    return abandoned;
  }

  boolean graceIsOver() {
    return System.nanoTime() - graceEnds >= 0;
  }

  void handOut(List<Delivery> taken) {
    sink.out().accept(taken);
  }

  void confirm(Collection<Delivery> done) {
    if (done.isEmpty()) {
      return;
    }
    count(done);
    sink.confirmations().execute(() -> done.forEach(Delivery::confirm));
  }

  private void count(Collection<Delivery> done) {
    var how = new EnumMap<AcknowledgeType, Integer>(AcknowledgeType.class);
    for (var delivery : done) {
      if (delivery.state() instanceof Delivery.State.Settled(var type)) {
        how.merge(type, 1, Integer::sum);
        warnIfExhausted(delivery, type);
      }
    }
    observer.accepted(how.getOrDefault(AcknowledgeType.ACCEPT, 0));
    observer.released(how.getOrDefault(AcknowledgeType.RELEASE, 0));
    observer.rejected(how.getOrDefault(AcknowledgeType.REJECT, 0));
  }

  private void warnIfExhausted(Delivery delivery, AcknowledgeType type) {
    if (type == AcknowledgeType.RELEASE && delivery.lastDelivery()) {
      observer.exhausted(1);
      LOG.log(ERROR, "{0} was given back at the delivery limit: nobody gets it again", delivery);
    }
  }

  void lost(Collection<Delivery> deliveries) {
    if (deliveries.isEmpty()) {
      return;
    }
    observer.lost(deliveries.size());
    LOG.log(
        WARNING,
        "{0} records of {1} will come again, their locks were lost; the first is {2}",
        deliveries.size(),
        settings.groupId(),
        deliveries.iterator().next());
    sink.confirmations().execute(() -> deliveries.forEach(Delivery::confirm));
  }
}

package io.assay.workqueue;

import java.time.Duration;
import java.util.List;

/// How a queue takes records. The defaults of the connector's attributes are made here.
///
/// @param topics what to read; topics that do not exist yet are waited for
/// @param groupId the share group
/// @param lanes consumers at most, 1 or more
/// @param batch records that a lane takes at most at once, 1 to `maxInFlight`
/// @param maxInFlight records held at most, 1 or more
/// @param lock how long the broker keeps a record for a worker that is silent
/// @param renewEvery how often locks are prolonged; under half of `lock`
/// @param deliveryLimit how often a record is handed out at most, 2 to 10 for a broker's defaults
/// @param stopGrace how long a stop waits for what runs
public record QueueSettings(
    List<String> topics,
    String groupId,
    int lanes,
    int batch,
    int maxInFlight,
    Duration lock,
    Duration renewEvery,
    int deliveryLimit,
    Duration stopGrace) {

  static final int DEFAULT_MAX_IN_FLIGHT = 256;

  /// Every broker takes it: its minimum is 15 s unless configured.
  static final Duration DEFAULT_LOCK = Duration.ofSeconds(15);

  static final int DEFAULT_DELIVERY_LIMIT = 5;
  static final Duration DEFAULT_STOP_GRACE = Duration.ofSeconds(10);

  private static final int LARGEST_DEFAULT_BATCH = 50;
  private static final int MOST_DEFAULT_LANES = 64;

  /// @throws IllegalArgumentException naming the value that is out of range
  public QueueSettings {
    topics = List.copyOf(topics);
    check(!topics.isEmpty(), "topics is empty: name one or more, separated by commas");
    check(!groupId.isBlank(), "group.id is blank");
    check(lanes >= 1, "lanes is " + lanes + ", must be 1 or more");
    check(maxInFlight >= 1, "max-in-flight is " + maxInFlight + ", must be 1 or more");
    check(
        batch >= 1 && batch <= maxInFlight,
        "batch is " + batch + ", must be 1 to max-in-flight (" + maxInFlight + ")");
    check(
        renewEvery.isPositive() && renewEvery.multipliedBy(2).compareTo(lock) <= 0,
        "renew-every is " + renewEvery + ", must be more than 0 and at most half of lock " + lock);
    check(deliveryLimit >= 2, "delivery-limit is " + deliveryLimit + ", must be 2 or more");
    check(!stopGrace.isNegative(), "stop-grace is " + stopGrace + ", must not be negative");
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /// Small enough that a slow record holds up few others, large enough to be cheap.
  static int defaultBatch(int maxInFlight) {
    return Math.clamp(maxInFlight / 16, 1, LARGEST_DEFAULT_BATCH);
  }

  /// Twice what full batches would need: a lane with one slow record left takes nothing new.
  static int defaultLanes(int maxInFlight, int batch) {
    return Math.clamp(Math.ceilDiv(2 * maxInFlight, batch), 2, MOST_DEFAULT_LANES);
  }

  /// Not a whole part of the lock: a renewal may fetch ahead, and what it fetched comes free when
  /// its own lock ends. A renewal at that very moment could take it again, for ever.
  static Duration defaultRenewEvery(Duration lock) {
    return lock.multipliedBy(3).dividedBy(10);
  }

  /// The defaults for these topics.
  public static QueueSettings of(List<String> topics, String groupId, int maxInFlight) {
    int batch = defaultBatch(maxInFlight);
    return new QueueSettings(
        topics,
        groupId,
        defaultLanes(maxInFlight, batch),
        batch,
        maxInFlight,
        DEFAULT_LOCK,
        defaultRenewEvery(DEFAULT_LOCK),
        DEFAULT_DELIVERY_LIMIT,
        DEFAULT_STOP_GRACE);
  }
}

package io.assay.workqueue;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// A record that this process holds the lock of. Settle it once; until then its lock is renewed.
/// Safe for use by several threads.
public final class Delivery {

  /// Where the record stands, as far as this process knows.
  sealed interface State {
    /// Locked for us, not settled.
    record Held() implements State {}

    /// Settled by the handler, perhaps not yet known to the broker.
    record Settled(AcknowledgeType how) implements State {}

    /// The broker gave the record to somebody else, or will.
    record Lost() implements State {}
  }

  private static final State HELD = new State.Held();
  private static final State LOST = new State.Lost();

  private final ConsumerRecord<byte[], byte[]> record;
  private final int deliveryLimit;
  private final Consumer<Delivery> onSettled;
  private final AtomicReference<State> state = new AtomicReference<>(HELD);
  private final CompletableFuture<Void> confirmed = new CompletableFuture<>();
  private volatile boolean handedOut;

  Delivery(ConsumerRecord<byte[], byte[]> record, int deliveryLimit, Consumer<Delivery> onSettled) {
    this.record = record;
    this.deliveryLimit = deliveryLimit;
    this.onSettled = onSettled;
  }

  /// The record as it was polled; key and value as they were sent.
  public ConsumerRecord<byte[], byte[]> record() {
    return record;
  }

  /// How many times the broker has handed the record out, this time included: 1 or more.
  public int deliveryCount() {
    return record.deliveryCount().map(Short::intValue).orElse(1);
  }

  /// True when the broker will not hand the record out again: whoever releases it now, or dies with
  /// it, loses it. Settle it with a final status of its own.
  public boolean lastDelivery() {
    return deliveryCount() >= deliveryLimit;
  }

  /// True when the lock was lost: somebody else gets the record too, and settling it has no effect.
  public boolean lost() {
    return state.get() instanceof State.Lost;
  }

  /// Ends this process' hold on the record. A second call changes nothing.
  ///
  /// @param how ACCEPT: done; RELEASE: hand it out again, at once; REJECT: never again
  /// @return completes when the broker has confirmed or the lock is lost; never fails
  /// @throws IllegalArgumentException for RENEW, which the queue does by itself
  public CompletionStage<Void> settle(AcknowledgeType how) {
    if (requireNonNull(how, "how is null") == AcknowledgeType.RENEW) {
      throw new IllegalArgumentException("A record is settled by ACCEPT, RELEASE or REJECT");
    }
    if (state.compareAndSet(HELD, new State.Settled(how))) {
      onSettled.accept(this);
    }
    return confirmed;
  }

  State state() {
    return state.get();
  }

  TopicPartition partition() {
    return new TopicPartition(record.topic(), record.partition());
  }

  /// From now on it takes room.
  void handOut() {
    handedOut = true;
  }

  boolean handedOut() {
    return handedOut;
  }

  /// Returns true when a handler had it until now, so that its room is free
  boolean lose() {
    return state.getAndSet(LOST) instanceof State.Held && handedOut;
  }

  void confirm() {
    confirmed.complete(null);
  }

  @Override
  public String toString() {
    return "%s-%d@%d (delivery %d)"
        .formatted(record.topic(), record.partition(), record.offset(), deliveryCount());
  }
}

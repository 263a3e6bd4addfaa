package io.assay.workqueue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment.Strategy;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/// The kinds of method that a stage may have. A singleton: tests read its fields.
@Singleton
public class Handlers {

  static final int TOGETHER = 100;

  final CountDownLatch allTogether = new CountDownLatch(TOGETHER);
  final Set<String> onVirtualThreads = ConcurrentHashMap.newKeySet();
  final Queue<String> texts = new ConcurrentLinkedQueue<>();
  final Queue<Message<byte[]>> manual = new ConcurrentLinkedQueue<>();
  final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
  final AtomicInteger rejected = new AtomicInteger();
  final AtomicInteger instant = new AtomicInteger();

  /// Returns when a hundred of its kind run at once.
  @Incoming("together")
  @RunOnVirtualThread
  void together(byte[] value) throws InterruptedException {
    allTogether.countDown();
    allTogether.await();
    if (Thread.currentThread().isVirtual()) {
      onVirtualThreads.add(new String(value, UTF_8));
    }
  }

  @Incoming("texts")
  Uni<Void> text(String value) {
    return Uni.createFrom().voidItem().invoke(() -> texts.add(value));
  }

  @Incoming("manual")
  @Acknowledgment(Strategy.MANUAL)
  CompletionStage<Void> manual(Message<byte[]> message) {
    manual.add(message);
    return CompletableFuture.completedFuture(null);
  }

  /// Fails until the last delivery.
  @Incoming("failing")
  @RunOnVirtualThread
  CompletionStage<Void> failing(Message<byte[]> message) {
    var delivery = message.getMetadata(Delivery.class).orElseThrow();
    failures.add(delivery.deliveryCount());
    return delivery.lastDelivery()
        ? message.ack()
        : message.nack(new IllegalStateException("not yet"));
  }

  @Incoming("refusing")
  CompletionStage<Void> refusing(Message<byte[]> message) {
    rejected.incrementAndGet();
    return message.nack(new IllegalStateException("never"), Metadata.of(AcknowledgeType.REJECT));
  }

  @Incoming("instant")
  @RunOnVirtualThread
  void instant(byte[] value) {
    instant.incrementAndGet();
  }
}

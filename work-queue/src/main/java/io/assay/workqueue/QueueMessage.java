package io.assay.workqueue;

import io.smallrye.reactive.messaging.providers.locals.ContextAwareMessage;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jspecify.annotations.Nullable;

/// A delivery as a SmallRye message. Acknowledged: ACCEPT. Failed: RELEASE, or the
/// [AcknowledgeType] that the nack's metadata hold.
final class QueueMessage {

  private QueueMessage() {}

  /// To be called on the channel's Vert.x context, which the message captures.
  static Message<?> of(Delivery delivery, Object payload) {
    return ContextAwareMessage.withContextMetadata(
            Message.of(payload, Metadata.of(delivery, delivery.record())))
        .withAckWithMetadata(_ -> delivery.settle(AcknowledgeType.ACCEPT))
        .withNackWithMetadata((_, metadata) -> delivery.settle(how(metadata)));
  }

  private static AcknowledgeType how(@Nullable Metadata metadata) {
    return metadata == null
        ? AcknowledgeType.RELEASE
        : metadata.get(AcknowledgeType.class).orElse(AcknowledgeType.RELEASE);
  }
}

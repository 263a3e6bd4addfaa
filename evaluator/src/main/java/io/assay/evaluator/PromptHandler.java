package io.assay.evaluator;

import com.fasterxml.jackson.databind.ObjectReader;
import io.assay.contracts.event.Event;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.wire.ContractJson;
import io.assay.workqueue.Delivery;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Outgoing;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// prompt → output. A prompt is acknowledged when the broker has its output, or its dead letter. An
/// exception here is a bug: the prompt is given back, and at the delivery limit it is settled
/// without a call.
@ApplicationScoped
public class PromptHandler {

  static final String PROMPTS = "evaluator-prompts";
  static final String OUTPUTS = "evaluator-outputs";

  private static final Logger LOG = Logger.getLogger(PromptHandler.class);
  private static final ObjectReader READER = ContractJson.mapper().readerFor(Prompt.class);

  private final Evaluation evaluation;
  private final DeadLetters deadLetters;

  PromptHandler(Evaluation evaluation, DeadLetters deadLetters) {
    this.evaluation = evaluation;
    this.deadLetters = deadLetters;
  }

  /// Handles one prompt, on a thread of its own.
  ///
  /// @return null where there is no output: the prompt is settled then, or given back
  @Incoming(PROMPTS)
  @Outgoing(OUTPUTS)
  @RunOnVirtualThread
  @Nullable Message<Output> handle(Message<byte[]> message) {
    var delivery = message.getMetadata(Delivery.class).orElseThrow();
    try {
      var output = output(message.getPayload(), delivery);
      return message.withPayload(output).addMetadata(key(output));
    } catch (UnreadablePromptException e) {
      deadLetters.publish(delivery.record(), String.valueOf(e.getMessage()));
      message.ack().toCompletableFuture().join();
    } catch (InterruptedException e) {
      message.nack(e).toCompletableFuture().join();
    } catch (RuntimeException e) {
      LOG.errorf(e, "Prompt %s failed and is given back", delivery);
      message.nack(e).toCompletableFuture().join();
    }
    return null;
  }

  private Output output(byte[] payload, Delivery delivery) throws InterruptedException {
    var prompt = read(payload);
    if (!delivery.lastDelivery()) {
      return Fitting.fitting(evaluation.evaluate(prompt, delivery.deliveryCount()), payload.length);
    }
    var output = evaluation.abandon(prompt, delivery.deliveryCount());
    deadLetters.publish(delivery.record(), output.completion().toString());
    return output;
  }

  private static Prompt read(byte[] payload) {
    try {
      return READER.readValue(payload);
    } catch (IOException e) {
      throw new UnreadablePromptException(e);
    }
  }

  private static OutgoingKafkaRecordMetadata<String> key(Event event) {
    return OutgoingKafkaRecordMetadata.<String>builder().withKey(event.recordKey()).build();
  }

  private static final class UnreadablePromptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadablePromptException(IOException cause) {
      super("the record is no prompt: " + cause.getMessage(), cause);
    }
  }
}

package io.assay.scorer.publish;

import io.assay.contracts.event.Candidate;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Topics;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/// Sends questions to judges, and sets answers aside that are to be compared.
@Singleton
public class Questions {

  /// What became of a record.
  public enum Sent {
    /// The broker has it.
    THERE,
    /// It is larger than the broker takes; sending it again would not help.
    TOO_LARGE
  }

  private final MutinyEmitter<Prompt> prompts;
  private final MutinyEmitter<Record<String, Candidate>> candidates;

  Questions(
      @Channel("scorer-questions") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Prompt> prompts,
      @Channel("scorer-candidates") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Record<String, Candidate>> candidates) {
    this.prompts = prompts;
    this.candidates = candidates;
  }

  /// Puts a question into the queue of its judge's pool.
  public Uni<Sent> ask(Prompt question) {
    return sent(prompts.sendMessage(message(question)));
  }

  /// A message is for one attempt.
  private static Message<Prompt> message(Prompt question) {
    var metadata =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(Topics.prompts(question.model().pool()))
            .withKey(question.recordKey())
            .build();
    return Message.of(question).addMetadata(metadata);
  }

  /// Sets an answer aside until its rivals have come.
  public Uni<Sent> setAside(Candidate candidate) {
    return sent(candidates.send(Record.of(candidate.recordKey(), candidate)));
  }

  /// Forgets an answer that was set aside.
  @SuppressWarnings("NullAway") // no value deletes the record
  public Uni<Void> forget(String recordKey) {
    return Waiting.forBroker(candidates.send(Record.of(recordKey, null)));
  }

  private static Uni<Sent> sent(Uni<Void> sending) {
    return Waiting.forBroker(
        sending
            .replaceWith(Sent.THERE)
            .onFailure(RecordTooLargeException.class)
            .recoverWithItem(Sent.TOO_LARGE));
  }
}

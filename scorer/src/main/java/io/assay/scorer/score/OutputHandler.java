package io.assay.scorer.score;

import io.assay.contracts.event.Output;
import io.assay.scorer.publish.ScoreMeters;
import io.assay.tasks.metric.JudgingStopped;
import io.assay.tasks.metric.Metrics;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// output → score. Offsets are committed once every score of a batch, and of those before it, is
/// with the broker; a batch that is read again gives the same scores again, which replace
/// themselves. Programs have a queue of their own: the next batch does not wait for them, unless
/// that queue is full.
@Singleton
class OutputHandler {

  private final JudgePool judges;
  private final ProgramQueue programs;
  private final VerdictPublisher publisher;
  private final ScoreMeters meters;
  private final ExecutorService stage =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("scorer-outputs").daemon().factory());

  OutputHandler(
      JudgePool judges, ProgramQueue programs, VerdictPublisher publisher, ScoreMeters meters) {
    this.judges = judges;
    this.programs = programs;
    this.publisher = publisher;
    this.meters = meters;
  }

  /// Done when the next batch may come; acknowledged when all of it is settled.
  @Incoming("scorer-outputs")
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  Uni<Void> handle(Message<ConsumerRecords<String, Output>> batch) {
    return Uni.createFrom()
        .item(() -> taken(batch.getPayload()))
        .runSubscriptionOn(stage)
        .onItem()
        .transform(settled -> settled.whenComplete((_, failure) -> acknowledge(batch, failure)))
        .replaceWithVoid();
  }

  private CompletableFuture<Void> taken(ConsumerRecords<String, Output> outputs) {
    var quick = new ArrayList<ConsumerRecord<String, Output>>(outputs.count());
    var slow = new ArrayList<ConsumerRecord<String, Output>>();
    outputs.forEach(entry -> (runsPrograms(entry.value()) ? slow : quick).add(entry));
    publish(meters.judging().record(() -> judges.judge(quick)));
    return programs.judge(slow);
  }

  private static boolean runsPrograms(@Nullable Output output) {
    return output != null
        && output.prompt().inquiry().isEmpty() // programs were run before judges were asked
        && output.prompt().metrics().stream().anyMatch(Metrics::runsPrograms);
  }

  private void publish(@Nullable List<Verdict> verdicts) {
    publisher.publish(verdicts == null ? List.of() : verdicts).await().indefinitely();
  }

  /// The connector commits in order, whatever the order of acknowledgements. What was not settled
  /// because this process ends comes again, to another one.
  private static void acknowledge(Message<?> batch, @Nullable Throwable failure) {
    if (failure == null) {
      batch.ack();
    } else if (!(cause(failure) instanceof JudgingStopped)) {
      batch.nack(failure);
    }
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : cause;
  }

  @PreDestroy
  void close() {
    stage.shutdownNow();
  }
}

package io.assay.evaluator;

import io.assay.blobs.BlobStore;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.wire.EventHeaders;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.Capabilities;
import io.assay.evaluator.provider.Models;
import io.assay.evaluator.provider.UnusableModelException;
import io.assay.evaluator.telemetry.CallTelemetry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Asks a prompt's model and writes down how it went. Knows nothing of Kafka.
@Singleton
final class Evaluation {

  private static final Output.Timing NO_CALL = new Output.Timing(0, 0, null, 0);

  private final Models models;
  private final Cancellations cancellations;
  private final EvaluatorConfig config;
  private final Worker worker;
  private final CallMeters meters;
  private final BlobStore blobs;
  private final KeptExchanges kept;
  private final CallTelemetry telemetry;

  Evaluation(
      Models models,
      Cancellations cancellations,
      EvaluatorConfig config,
      Worker worker,
      CallMeters meters,
      BlobStore blobs,
      KeptExchanges kept,
      CallTelemetry telemetry) {
    this.models = models;
    this.cancellations = cancellations;
    this.config = config;
    this.worker = worker;
    this.meters = meters;
    this.blobs = blobs;
    this.kept = kept;
    this.telemetry = telemetry;
  }

  /// Calls the model, unless the prompt's job was cancelled.
  ///
  /// @param deliveryCount how often the queue has handed out the prompt, this time included
  /// @throws InterruptedException where this worker stops
  Output evaluate(Prompt prompt, int deliveryCount) throws InterruptedException {
    var taken = Instant.now();
    var call = context(prompt);
    var completion = meters.inFlight(() -> ask(prompt, call));
    var output =
        new Output(
            EventHeaders.randomId(),
            prompt,
            completion,
            timing(prompt, call, taken),
            call.attempts(),
            deliveryCount,
            worker.id(),
            Instant.now(),
            kept.record(call, completion));
    meters.record(output);
    telemetry.record(output);
    return output;
  }

  /// The output of a prompt that is given up without a call.
  Output abandon(Prompt prompt, int deliveryCount) {
    var completion =
        new Completion.Abandoned(
            deliveryCount,
            "handed out %d times without an outcome: its workers failed or were killed"
                .formatted(deliveryCount));
    var output =
        new Output(
            EventHeaders.randomId(),
            prompt,
            completion,
            NO_CALL,
            0,
            deliveryCount,
            worker.id(),
            Instant.now());
    meters.record(output);
    return output;
  }

  private CallContext context(Prompt prompt) {
    Integer retries = prompt.maxRetries();
    Double seconds = prompt.timeLimit();
    return new CallContext(
        prompt,
        retries == null ? config.maxRetries() : retries,
        seconds == null ? config.callTimeout() : Duration.ofMillis((long) (seconds * 1000)),
        () -> cancellations.cancelled(prompt.key().jobId()),
        blobs.of(prompt.key().jobId()));
  }

  private Completion ask(Prompt prompt, CallContext call) throws InterruptedException {
    try {
      var model = models.of(prompt.model());
      return cancellations.interruptibly(prompt.key().jobId(), () -> Capabilities.ask(model, call));
    } catch (UnusableModelException e) {
      return e.completion();
    } catch (InterruptedException e) {
      if (call.cancelled()) {
        return new Completion.Skipped("the job was cancelled");
      }
      throw e;
    }
  }

  private static Output.Timing timing(Prompt prompt, CallContext call, Instant taken) {
    return new Output.Timing(
        Math.max(0, millis(Duration.between(prompt.issuedAt(), taken))),
        millis(call.waited()),
        firstToken(call),
        millis(call.elapsed()),
        call.notes().gapMillis(0.5),
        call.notes().gapMillis(0.95));
  }

  private static @Nullable Double firstToken(CallContext call) {
    var until = call.untilFirstToken();
    return until.isNegative() ? null : millis(until);
  }

  private static double millis(Duration duration) {
    return Math.round(duration.toNanos() / 1e3) / 1e3; // to the microsecond
  }
}

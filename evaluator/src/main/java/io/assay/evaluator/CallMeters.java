package io.assay.evaluator;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Output;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What Prometheus sees of the calls: `assay_evaluator_calls_seconds` (count, sum, maximum) by
/// provider, model and outcome; `assay_evaluator_queue_wait_seconds` and
/// `assay_evaluator_limit_wait_seconds` by provider and model; `assay_evaluator_attempts_total` by
/// provider and model; `assay_evaluator_in_flight`; `assay_evaluator_dead_letters_total`.
@Singleton
final class CallMeters {

  private final MeterRegistry registry;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Counter deadLetters;
  private final ConcurrentMap<Labels, Meters> byLabels = new ConcurrentHashMap<>();

  private record Labels(String provider, String model, String outcome) {}

  private record Meters(Timer call, Timer queueWait, Timer limitWait, Counter attempts) {}

  CallMeters(MeterRegistry registry) {
    this.registry = registry;
    this.deadLetters =
        Counter.builder("assay.evaluator.dead.letters")
            .description("Prompts that could not be handled")
            .register(registry);
    Gauge.builder("assay.evaluator.in.flight", inFlight, AtomicInteger::get)
        .description("Prompts being worked on")
        .register(registry);
  }

  /// Counts a call as in flight while it runs.
  <T> T inFlight(Cancellations.Call<T> call) throws InterruptedException {
    inFlight.incrementAndGet();
    try {
      return call.run();
    } finally {
      inFlight.decrementAndGet();
    }
  }

  /// Prompts being worked on now.
  int inFlight() {
    return inFlight.get();
  }

  /// Counts what came of a prompt.
  void record(Output output) {
    var spec = output.prompt().model();
    var labels = new Labels(spec.provider(), spec.id(), outcome(output.completion()));
    var meters = byLabels.computeIfAbsent(labels, this::meters);
    var timing = output.timing();
    meters.call().record(millis(timing.call()));
    meters.queueWait().record(millis(timing.queueWait()));
    meters.limitWait().record(millis(timing.limitWait()));
    meters.attempts().increment(output.attempts());
  }

  /// Counts a prompt that could not be handled.
  void deadLetter() {
    deadLetters.increment();
  }

  private static Duration millis(double millis) {
    return Duration.ofNanos((long) (millis * 1_000_000));
  }

  /// As in JSON.
  static String outcome(Completion completion) {
    return switch (completion) {
      case Completion.Answered _ -> "answered";
      case Completion.Refused _ -> "refused";
      case Completion.Unavailable _ -> "unavailable";
      case Completion.TimedOut _ -> "timed-out";
      case Completion.OverLimit _ -> "over-limit";
      case Completion.Skipped _ -> "skipped";
      case Completion.Abandoned _ -> "abandoned";
    };
  }

  private Meters meters(Labels labels) {
    return new Meters(
        Timer.builder("assay.evaluator.calls")
            .description("Calls of models, over all their attempts, by outcome")
            .tags("provider", labels.provider(), "model", labels.model())
            .tag("outcome", labels.outcome())
            .register(registry),
        timer("assay.evaluator.queue.wait", "From a prompt's issue to its taking up", labels),
        timer("assay.evaluator.limit.wait", "Waits for a place at the provider", labels),
        Counter.builder("assay.evaluator.attempts")
            .description("Attempts, retries included")
            .tags("provider", labels.provider(), "model", labels.model())
            .register(registry));
  }

  private Timer timer(String name, String what, Labels labels) {
    return Timer.builder(name)
        .description(what)
        .tags("provider", labels.provider(), "model", labels.model())
        .register(registry);
  }
}

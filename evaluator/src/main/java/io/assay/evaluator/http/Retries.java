package io.assay.evaluator.http;

import static io.assay.evaluator.http.Outcome.Cause.LATE;

import io.assay.contracts.event.Completion;
import io.assay.evaluator.provider.CallContext;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Repeats an attempt while that may help: full jitter between attempts, never sooner than the
/// server asks, never past the call's time limit. Each attempt takes a place at the endpoint; the
/// pauses hold none.
public final class Retries {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Duration firstPause;
  private final Duration longestPause;
  private final Outages outages;

  /// Half a second at most before the second attempt, then twice as much, up to 30 s. Holds no call
  /// of a model that gives no answers.
  public Retries() {
    this(Outages.none());
  }

  /// The same, with calls that may be held.
  public Retries(Outages outages) {
    this(FIRST_PAUSE, LONGEST_PAUSE, outages);
  }

  /// @param firstPause longest pause before the second attempt
  /// @param longestPause longest pause before any attempt that the server does not ask for
  public Retries(Duration firstPause, Duration longestPause) {
    this(firstPause, longestPause, Outages.none());
  }

  Retries(Duration firstPause, Duration longestPause, Outages outages) {
    this.outages = outages;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
  }

  /// One try.
  @FunctionalInterface
  public interface Attempt {
    /// Tries once.
    ///
    /// @param limit what is left of the call's time
    Outcome once(Duration limit) throws InterruptedException;
  }

  /// Tries at an endpoint until the call settles, the retries are used up or the time is.
  ///
  /// @param tokens that an attempt may use, as far as one can tell before
  public Completion run(CallContext call, Endpoint endpoint, long tokens, Attempt attempt)
      throws InterruptedException {
    return run(call, left -> at(call, endpoint, tokens, left, attempt));
  }

  /// Tries until the call settles, the retries are used up or the time is. The attempt takes its
  /// place by itself. Where the model gives nobody an answer, the call is held and tried anew.
  public Completion run(CallContext call, Attempt attempt) throws InterruptedException {
    var outage = outages.of(call.prompt().model());
    while (true) {
      switch (tried(call, attempt)) {
        case Completion.Unavailable failed -> {
          if (!outage.tryAgain(call, failed.lastError())) {
            return failed;
          }
          call.notes().error(failed.lastError());
          call.beginAnew();
        }
        case Completion.TimedOut late -> {
          return late; // a slow answer is none of the server's not answering
        }
        case Completion settled -> {
          outage.answered();
          return settled;
        }
      }
    }
  }

  private Completion tried(CallContext call, Attempt attempt) throws InterruptedException {
    var last = new Outcome.Passing(LATE, "no time was left to ask", Optional.empty());
    while (true) {
      switch (once(call, attempt, last)) {
        case Outcome.Settled(Completion.Unavailable u) -> {
          return new Completion.Unavailable(call.attempts(), u.lastError());
        }
        case Outcome.Settled(var completion) -> {
          return completion;
        }
        case Outcome.Passing passing -> last = passing;
      }
      if (call.attemptsNow() > call.maxRetries()) {
        return givenUp(call, last, "");
      }
      var pause = pause(call.attemptsNow(), last);
      if (pause.compareTo(call.remaining()) >= 0) {
        return givenUp(call, last, last.after().isPresent() ? askedToWait(last) : "");
      }
      call.notes().error(last.error());
      Thread.sleep(pause);
    }
  }

  private static Outcome once(CallContext call, Attempt attempt, Outcome.Passing last)
      throws InterruptedException {
    if (call.cancelled()) {
      return new Outcome.Settled(new Completion.Skipped("the job was cancelled"));
    }
    var left = call.remaining();
    return left.isPositive() ? attempt.once(left) : new Outcome.Settled(givenUp(call, last, ""));
  }

  private static Outcome at(
      CallContext call, Endpoint endpoint, long tokens, Duration left, Attempt attempt)
      throws InterruptedException {
    try (var ticket = endpoint.enter(tokens)) {
      call.addWait(ticket.waited());
      if (call.cancelled()) {
        return new Outcome.Settled(new Completion.Skipped("the job was cancelled"));
      }
      call.attempt();
      var outcome = attempt.once(left);
      ticket.ended(outcome, used(outcome, tokens));
      return outcome;
    }
  }

  private static long used(Outcome outcome, long estimate) {
    if (!(outcome instanceof Outcome.Settled(Completion.Answered answered))) {
      return estimate;
    }
    Long input = answered.usage().inputTokens();
    return input == null
        ? estimate
        : input + Objects.requireNonNullElse(answered.usage().outputTokens(), 0L);
  }

  private Duration pause(int attempts, Outcome.Passing last) {
    long most =
        Math.min(longestPause.toNanos(), firstPause.toNanos() << Math.min(attempts - 1, 20));
    var jitter = Duration.ofNanos(ThreadLocalRandom.current().nextLong(most + 1));
    return last.after().map(asked -> asked.plus(jitter.dividedBy(2))).orElse(jitter);
  }

  private static String askedToWait(Outcome.Passing last) {
    return "; the server asks to wait %s s, longer than the call may take"
        .formatted(last.after().map(Duration::toSeconds).orElse(0L));
  }

  private static Completion givenUp(CallContext call, Outcome.Passing last, String why) {
    return last.cause() == LATE
        ? new Completion.TimedOut(call.attempts(), last.error() + why)
        : new Completion.Unavailable(call.attempts(), last.error() + why);
  }
}

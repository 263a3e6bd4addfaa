package io.assay.evaluator.provider;

import io.assay.blobs.JobBlobs;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Sample;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// One call: its bounds, and what is measured while it runs. Belongs to the calling thread.
///
/// The time limit is for the call itself over all its attempts; waiting for a free place at the
/// provider does not count, or a slow model's queue would look like a slow answer.
public final class CallContext {

  private final Prompt prompt;
  private final int maxRetries;
  private final long limitNanos;
  private final BooleanSupplier cancelled;
  private final JobBlobs blobs;
  private final LongSupplier clock;
  private final long started;
  private long waited;
  private long firstToken = -1;
  private int attempts;
  private int attemptsBefore;
  private long begun;
  private final CallNotes notes = new CallNotes();

  /// @param maxRetries attempts after the first, 0 or more
  /// @param timeLimit for the call without its waits
  /// @param cancelled whether the prompt's job was cancelled
  /// @param blobs the media of the prompt's job
  public CallContext(
      Prompt prompt,
      int maxRetries,
      Duration timeLimit,
      BooleanSupplier cancelled,
      JobBlobs blobs) {
    this(prompt, maxRetries, timeLimit, cancelled, blobs, System::nanoTime);
  }

  CallContext(
      Prompt prompt,
      int maxRetries,
      Duration timeLimit,
      BooleanSupplier cancelled,
      JobBlobs blobs,
      LongSupplier clock) {
    this.prompt = prompt;
    this.maxRetries = maxRetries;
    this.limitNanos = timeLimit.toNanos();
    this.cancelled = cancelled;
    this.blobs = blobs;
    this.clock = clock;
    this.started = clock.getAsLong();
    this.begun = started;
  }

  /// What is asked, of which model, for which job.
  public Prompt prompt() {
    return prompt;
  }

  /// The sample behind it, with its target: for recorded and fake models, never for real ones.
  public Sample sample() {
    return prompt.sample();
  }

  /// The media of the prompt's job: opens what the request refers to, takes what the model made.
  public JobBlobs blobs() {
    return blobs;
  }

  /// Attempts after the first.
  public int maxRetries() {
    return maxRetries;
  }

  /// Whether to give up, because nobody wants the answer any more.
  public boolean cancelled() {
    return cancelled.getAsBoolean();
  }

  /// What is left of the time limit; zero or negative when it is used up.
  public Duration remaining() {
    return Duration.ofNanos(limitNanos - (clock.getAsLong() - begun - waited));
  }

  /// Counts time that was spent waiting for a place, for providers that queue in another way.
  public void addWait(Duration wait) {
    waited += wait.toNanos();
  }

  /// Counts an attempt that goes out now.
  ///
  /// @return its number, from 1
  public int attempt() {
    notes.restart();
    return ++attempts;
  }

  /// Notes that the first part of a streamed answer is here; later calls change nothing.
  public void firstToken() {
    if (firstToken < 0) {
      firstToken = clock.getAsLong() - started - waited;
    }
  }

  /// Notes that a part of a streamed answer is here.
  public void part() {
    firstToken();
    notes.part(clock.getAsLong());
  }

  /// What is learnt of the call beside its answer.
  public CallNotes notes() {
    return notes;
  }

  /// Attempts so far.
  public int attempts() {
    return attempts;
  }

  /// Attempts since the call began, or began anew.
  public int attemptsNow() {
    return attempts - attemptsBefore;
  }

  /// The call was held and is tried again, with all its retries and time.
  public void beginAnew() {
    attemptsBefore = attempts;
    begun = clock.getAsLong() - waited;
  }

  /// Time spent waiting for a place.
  public Duration waited() {
    return Duration.ofNanos(waited);
  }

  /// Time since the call began, without the waits.
  public Duration elapsed() {
    return Duration.ofNanos(clock.getAsLong() - started - waited);
  }

  /// Time to the first part of a streamed answer; negative if there was none.
  public Duration untilFirstToken() {
    return Duration.ofNanos(firstToken);
  }
}

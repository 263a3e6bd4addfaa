package io.assay.evaluator.http;

import io.assay.contracts.event.Completion;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A server as one key sees it, shared by all models behind it: decides when the next attempt may
/// go out. As many at once as the server turns out to take ([Concurrency]), no faster than it turns
/// out to allow ([LearnedRate]), not at all while it asks to wait, and never beyond this worker's
/// part of the limits that the user set.
public final class Endpoint {

  private static final int FIRST_AT_ONCE = 32;
  private static final int MOST_AT_ONCE = 1024;
  private static final long ADJUST_EVERY = Duration.ofMillis(200).toNanos();
  private static final double BURST_S = 0.05;
  private static final long LOOK_AGAIN = Duration.ofMillis(20).toNanos();

  /// A minute of a server need not be our minute.
  private static final double MARGIN = 0.98;

  private final String name;
  private final HardLimits hard;
  private final Cluster cluster;
  private final String pool;
  private final Concurrency concurrency;
  private final Places places;
  private final LearnedRate learned = new LearnedRate(System.nanoTime());
  private final Pacer pace = new Pacer(BURST_S);
  private final Pacer requests = new Pacer(BURST_S);
  private final Pacer tokens = new Pacer(1);
  private final Semaphore turnstile = new Semaphore(1, true);
  private final AtomicLong pausedUntil = new AtomicLong(System.nanoTime());
  private final AtomicLong adjusted = new AtomicLong(System.nanoTime() - ADJUST_EVERY);

  /// @param name for people: no secret, no query
  /// @param hard the user's limits
  /// @param cluster the workers that share them
  /// @param pool the pool of these workers
  public Endpoint(String name, HardLimits hard, Cluster cluster, String pool) {
    this.name = name;
    this.hard = hard;
    this.cluster = cluster;
    this.pool = pool;
    int most = most();
    // A limit that the user states is a promise that so many are well.
    this.concurrency = new Concurrency(hard.maxInFlight().isPresent() ? most : FIRST_AT_ONCE, most);
    this.places = new Places(concurrency.limit());
    adjust();
  }

  /// Without limits of the user's.
  public static Endpoint of(String name) {
    return new Endpoint(name, HardLimits.NONE, Cluster.ALONE, "default");
  }

  /// What people call it.
  public String name() {
    return name;
  }

  /// Attempts that may be under way at once, as it stands.
  public int limit() {
    return places.size();
  }

  /// Attempts that are under way.
  public int taken() {
    return places.taken();
  }

  /// One attempt's place. Must be closed, whatever came of it.
  public final class Ticket implements AutoCloseable {
    private final Duration waited;
    private final long sent = System.nanoTime();
    private final long estimated;
    private final boolean crowded;

    private Ticket(Duration waited, long estimated, boolean crowded) {
      this.waited = waited;
      this.estimated = estimated;
      this.crowded = crowded;
    }

    /// How long it took to get.
    public Duration waited() {
      return waited;
    }

    /// Learns from how the attempt ended.
    ///
    /// @param used tokens that it used; what was estimated if not known
    public void ended(Outcome outcome, long used) {
      long now = System.nanoTime();
      switch (outcome) {
        case Outcome.Settled(Completion.Answered _) -> {
          concurrency.answered((now - sent) / 1e6, crowded || places.hasQueuedThreads());
          learned.passed();
          tokens.correct((double) used - estimated);
        }
        case Outcome.Settled _ -> {} // refusals are quick and say nothing of the load
        case Outcome.Passing passing -> failed(passing, now);
      }
    }

    private void failed(Outcome.Passing passing, long now) {
      switch (passing.cause()) {
        case RATE_LIMITED -> {
          learned.refused(sent, now);
          concurrency.overloaded(sent, now);
          tokens.correct(-(double) estimated);
        }
        case OVERLOADED, LATE -> concurrency.overloaded(sent, now);
        case FAILED -> concurrency.failed();
      }
      if (passing.cause() == Outcome.Cause.RATE_LIMITED
          || passing.cause() == Outcome.Cause.OVERLOADED) {
        passing.after().ifPresent(Endpoint.this::pause);
      }
    }

    @Override
    public void close() {
      places.release();
      places.resize(concurrency.limit());
    }
  }

  /// Waits for a place and for the time to go out.
  ///
  /// @param estimate tokens that the attempt may use
  public Ticket enter(long estimate) throws InterruptedException {
    long from = System.nanoTime();
    adjust();
    boolean crowded = !places.tryAcquire(0, TimeUnit.SECONDS); // without it, it would not queue
    if (crowded) {
      places.acquire();
    }
    try {
      awaitTurn(estimate);
    } catch (InterruptedException e) {
      places.release();
      throw e;
    }
    return new Ticket(Duration.ofNanos(System.nanoTime() - from), estimate, crowded);
  }

  /// One after the other, so that a rate or a pause that changes holds for all that still wait.
  private void awaitTurn(long estimate) throws InterruptedException {
    if (isOpen(System.nanoTime())) {
      return;
    }
    turnstile.acquire();
    try {
      for (long wait = turn(estimate); wait > 0; wait = turn(estimate)) {
        Thread.sleep(Duration.ofNanos(Math.min(wait, LOOK_AGAIN)));
      }
    } finally {
      turnstile.release();
    }
  }

  /// Whether no limit is known and nobody asked to wait.
  private boolean isOpen(long now) {
    return pausedUntil.get() - now <= 0
        && hard.requestsPerMinute().isEmpty()
        && hard.tokensPerMinute().isEmpty()
        && Double.isInfinite(learned.perSecond(now));
  }

  /// Takes a turn if it has come.
  ///
  /// @return nanoseconds until it may; 0 if it is taken
  private long turn(long estimate) {
    adjust();
    long now = System.nanoTime();
    pace.rate(learned.perSecond(now));
    long wait = Math.max(pausedUntil.get() - now, pace.until(now));
    wait = Math.max(wait, Math.max(requests.until(now), tokens.until(now)));
    if (wait <= 0) {
      pace.take(1, now);
      requests.take(1, now);
      tokens.take((double) estimate, now);
    }
    return Math.max(0, wait);
  }

  /// Takes what a server says of its limits in any answer.
  public void heard(HttpHeaders headers) {
    if (RetryAfter.of(headers).isEmpty()) {
      RateHeaders.pause(headers, Instant.now()).ifPresent(this::pause);
    }
  }

  private void pause(Duration wait) {
    long until = System.nanoTime() + wait.toNanos();
    pausedUntil.accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
  }

  /// Takes this worker's part of the limits again: workers come and go.
  private void adjust() {
    long last = adjusted.get();
    long now = System.nanoTime();
    if (now - last < ADJUST_EVERY || !adjusted.compareAndSet(last, now)) {
      return;
    }
    var share = cluster.share(pool);
    hard.requestsPerMinute()
        .ifPresent(limit -> requests.rate(Math.max(share.of(limit * MARGIN), 1e-3) / 60));
    hard.tokensPerMinute()
        .ifPresent(limit -> tokens.rate(Math.max(share.of(limit * MARGIN), 1e-3) / 60));
    concurrency.most(most());
    places.resize(concurrency.limit());
  }

  private int most() {
    return hard.maxInFlight().isPresent()
        ? cluster.share(pool).of(hard.maxInFlight().getAsInt())
        : MOST_AT_ONCE;
  }
}

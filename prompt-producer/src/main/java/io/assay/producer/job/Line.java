package io.assay.producer.job;

import io.assay.contracts.event.Checkpoint;
import java.time.Duration;
import java.time.Instant;

/// The books of one model of a job.
final class Line {

  private static final int REISSUES_THAT_WAIT_LONGER = 10;

  private final long total;
  private final int window;
  private final Duration patience;
  private long issued;
  private long settled;
  private boolean last;
  private int finalMetrics;
  private int reissues;
  private Instant movedAt;

  Line(long total, long issued, int window, Duration patience, Instant now) {
    this.total = total;
    this.issued = issued;
    this.window = window;
    this.patience = patience;
    this.movedAt = now;
  }

  /// Room for prompts. It is given out in parts of at least a quarter of the window, so that a
  /// batch is worth its transaction, unless nothing is out or this is the rest.
  long credit() {
    long left = total - issued;
    long free = Math.min(left, window - inFlight());
    boolean worthwhile = free >= Math.max(1, window / 4) || free == left || inFlight() == 0;
    return worthwhile ? Math.max(0, free) : 0;
  }

  void issue(long count, Instant now) {
    if (inFlight() == 0) {
      movedAt = now;
    }
    issued += count;
  }

  void correct(long written) {
    issued = written;
  }

  void settle(long reported, boolean lastReport, int metrics, Instant now) {
    if (reported > settled) {
      settled = reported;
      movedAt = now;
      reissues = 0;
    }
    if (lastReport) {
      last = true;
      finalMetrics = metrics;
    }
  }

  long issued() {
    return issued;
  }

  long inFlight() {
    return Math.max(0, issued - settled);
  }

  boolean exhausted() {
    return issued >= total;
  }

  /// Whether the scorer has said its last word; it has nothing to say where nothing was issued.
  boolean last() {
    return last || issued == 0;
  }

  int finalMetrics() {
    return finalMetrics;
  }

  int reissues() {
    return reissues;
  }

  /// Each time prompts were issued again, twice as much patience is taken: they may only be waiting
  /// behind those of other jobs.
  boolean stalled(Instant now) {
    var wait = patience.multipliedBy(1L << Math.min(reissues, REISSUES_THAT_WAIT_LONGER));
    return inFlight() > 0 && now.isAfter(movedAt.plus(wait));
  }

  /// Its prompts wait for the model: they are not lost.
  void waits(Instant now) {
    movedAt = now;
  }

  void reissued(boolean again, Instant now) {
    reissues += again ? 1 : 0;
    movedAt = now;
  }

  Checkpoint.Position position(long more) {
    return new Checkpoint.Position(issued + more, total, issued + more >= total);
  }
}

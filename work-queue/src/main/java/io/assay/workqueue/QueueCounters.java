package io.assay.workqueue;

import java.util.concurrent.atomic.LongAdder;

/// Counts since the queue began.
public final class QueueCounters implements QueueObserver {

  private final LongAdder taken = new LongAdder();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder released = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder renewed = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final LongAdder exhausted = new LongAdder();
  private final LongAdder laneFailures = new LongAdder();
  private volatile int lanes;

  @Override
  public void taken(int records) {
    taken.add(records);
  }

  @Override
  public void accepted(int records) {
    accepted.add(records);
  }

  @Override
  public void released(int records) {
    released.add(records);
  }

  @Override
  public void rejected(int records) {
    rejected.add(records);
  }

  @Override
  public void renewed(int records) {
    renewed.add(records);
  }

  @Override
  public void lost(int records) {
    lost.add(records);
  }

  @Override
  public void exhausted(int records) {
    exhausted.add(records);
  }

  @Override
  public void lanes(int open) {
    lanes = open;
  }

  @Override
  public void laneFailed() {
    laneFailures.increment();
  }

  /// Records handed out to this process.
  public long taken() {
    return taken.sum();
  }

  /// Records confirmed as done.
  public long accepted() {
    return accepted.sum();
  }

  /// Records given back.
  public long released() {
    return released.sum();
  }

  /// Records refused for ever.
  public long rejected() {
    return rejected.sum();
  }

  /// Locks prolonged.
  public long renewed() {
    return renewed.sum();
  }

  /// Locks lost.
  public long lost() {
    return lost.sum();
  }

  /// Records given back at the delivery limit: nobody gets them again.
  public long exhausted() {
    return exhausted.sum();
  }

  /// Consumers that failed and were replaced.
  public long laneFailures() {
    return laneFailures.sum();
  }

  /// Lanes open now.
  public int lanes() {
    return lanes;
  }
}

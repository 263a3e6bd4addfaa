package io.assay.workqueue;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Who may ask the broker for records. A lane that asks holds a turn and room for a whole batch
/// until records come: a fetch may be under way, and what it brings is locked for the lane already.
///
/// Few turns, because every asking lane polls, and an idle queue should cost nearly nothing.
final class Admission {

  private static final int TURNS = 2;

  private final Semaphore turns = new Semaphore(TURNS, true);
  private final Room room;
  private final int maxInFlight;
  private final int batch;
  private final BooleanSupplier wanted;
  private final AtomicInteger asking = new AtomicInteger();

  /// @param wanted false while the consumer of the records takes none
  Admission(int maxInFlight, int batch, BooleanSupplier wanted) {
    this.room = new Room(maxInFlight);
    this.maxInFlight = maxInFlight;
    this.batch = batch;
    this.wanted = wanted;
  }

  /// @return true when the caller may ask; it must call [#took(int)] or [#gaveUp()] later
  boolean enter(long waitMillis) throws InterruptedException {
    if (!turns.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
      return false;
    }
    if (awaitWanted(waitMillis) && room.tryAcquire(batch, waitMillis, TimeUnit.MILLISECONDS)) {
      asking.incrementAndGet();
      return true;
    }
    turns.release();
    return false;
  }

  private boolean awaitWanted(long waitMillis) throws InterruptedException {
    if (!wanted.getAsBoolean()) {
      Thread.sleep(Math.min(waitMillis, 10)); // the turn is kept: nobody else would get further
    }
    return wanted.getAsBoolean();
  }

  /// The asking lane got records. Of the room for a batch it keeps what it needs.
  void took(int records) {
    asking.decrementAndGet();
    turns.release();
    room.give(batch - records);
  }

  /// The asking lane ended without records.
  void gaveUp() {
    took(0);
  }

  /// Records left the lanes.
  void leave(int records) {
    room.give(records);
  }

  /// True when records may be waiting that no lane is free to ask for.
  boolean laneMissing() {
    return asking.get() == 0 && !turns.hasQueuedThreads() && room.availablePermits() >= batch;
  }

  /// Whole batches that there is still room for.
  int batchesFree() {
    return room.availablePermits() / batch;
  }

  /// Records held, or about to be.
  int inFlight() {
    return maxInFlight - room.availablePermits() - asking.get() * batch;
  }

  private static final class Room extends Semaphore {

    private static final long serialVersionUID = 1L;

    Room(int records) {
      super(records, true);
    }

    /// @param records negative when a poll brought more than was asked for: the others wait then
    void give(int records) {
      if (records >= 0) {
        release(records);
      } else {
        reducePermits(-records);
      }
    }
  }
}

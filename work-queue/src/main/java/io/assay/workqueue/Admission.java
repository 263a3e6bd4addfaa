package io.assay.workqueue;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Room for records in handlers: a queue's lanes share it. A lane asks the broker while there is
/// any room, and hands out what it got as room allows; so a lane may hold a few records back for a
/// moment, and handlers do not wait for the broker.
final class Admission {

  private static final long PAUSE_LOOK_MILLIS = 10;

  private final Semaphore room;
  private final int maxInFlight;
  private final BooleanSupplier wanted;

  /// @param wanted false while the consumer of the records takes none
  Admission(int maxInFlight, BooleanSupplier wanted) {
    this.room = new Semaphore(maxInFlight);
    this.maxInFlight = maxInFlight;
    this.wanted = wanted;
  }

  /// Waits until records are wanted.
  ///
  /// @return false when they are not at the end of the wait
  boolean awaitRoom(long waitMillis) throws InterruptedException {
    if (!wanted.getAsBoolean()) {
      Thread.sleep(Math.min(waitMillis, PAUSE_LOOK_MILLIS));
      return false;
    }
    if (!room.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
      return false;
    }
    room.release();
    return true;
  }

  /// Returns how many records may go to handlers now: 0 to `atMost`.
  int enter(int atMost) {
    while (wanted.getAsBoolean()) {
      int allowed = Math.min(atMost, room.availablePermits());
      if (allowed <= 0) {
        return 0;
      }
      if (room.tryAcquire(allowed)) {
        return allowed;
      }
    }
    return 0;
  }

  /// Records left their handlers.
  void leave(int records) {
    room.release(records);
  }

  /// How many more would be let in.
  int free() {
    return wanted.getAsBoolean() ? room.availablePermits() : 0;
  }

  /// Records in handlers.
  int inFlight() {
    return maxInFlight - room.availablePermits();
  }
}

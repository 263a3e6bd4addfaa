package io.assay.evaluator.http;

import java.util.concurrent.Semaphore;

/// Places whose number may change while they are taken: fewer are given out until it is met.
final class Places extends Semaphore {

  private static final long serialVersionUID = 1L;

  private int size;

  Places(int size) {
    super(size, true);
    this.size = size;
  }

  synchronized void resize(int wanted) {
    int more = wanted - size;
    size = wanted;
    if (more > 0) {
      release(more);
    } else if (more < 0) {
      reducePermits(-more);
    }
  }

  synchronized int size() {
    return size;
  }

  /// Places that are taken now.
  synchronized int taken() {
    return size - availablePermits();
  }
}

package io.assay.images.picture;

import java.util.concurrent.Semaphore;

/// Bounds how many pixels are in work at once, by the heap: a service must not die of large images.
public final class PixelBudget {

  /// What comparing two images takes at its worst, all channels as doubles several times over.
  private static final long BYTES_A_PIXEL = 400;

  private static final int UNIT = 1024;
  private static final int UNITS =
      Math.clamp(Runtime.getRuntime().maxMemory() / BYTES_A_PIXEL / UNIT, 64, 1 << 20);

  private static final Semaphore FREE = new Semaphore(UNITS, true);

  private PixelBudget() {}

  /// A place for pixels in work.
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /// Waits for a place.
  ///
  /// @throws IllegalArgumentException where there are more pixels than ever fit
  public static Place of(long pixels) {
    long units = Math.ceilDiv(pixels, UNIT);
    if (units > UNITS) {
      throw new IllegalArgumentException(
          "the images have %d pixels, this process has memory to compare %d"
              .formatted(pixels, (long) UNITS * UNIT));
    }
    FREE.acquireUninterruptibly((int) units);
    return () -> FREE.release((int) units);
  }
}

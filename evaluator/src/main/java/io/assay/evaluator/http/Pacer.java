package io.assay.evaluator.http;

/// Spaces things out to a rate that may change at any time: the generic cell rate algorithm. Who
/// comes asks how long to wait and waits by itself, so that waits can be interrupted and measured.
///
/// Libraries that were looked at cannot be interrupted (Guava), have fixed periods (Resilience4j),
/// or do not take back what was estimated too high (both).
final class Pacer {

  private static final double NANOS = 1e9;

  private final double burstSeconds;
  private double perSecond = Double.POSITIVE_INFINITY;
  private double next = Double.NEGATIVE_INFINITY;

  /// @param burstSeconds what was left unused for so long may be used at once
  Pacer(double burstSeconds) {
    this.burstSeconds = burstSeconds;
  }

  /// Changes the rate of what comes from now on.
  synchronized void rate(double perSecond) {
    this.perSecond = perSecond;
  }

  synchronized double rate() {
    return perSecond;
  }

  /// How long nothing may be taken.
  ///
  /// @param now the clock, in nanoseconds
  /// @return nanoseconds from now, 0 or more
  synchronized long until(long now) {
    return Double.isInfinite(perSecond) ? 0 : (long) Math.max(0, next - now);
  }

  /// Takes an amount; only where [#until] says that it may.
  synchronized void take(double amount, long now) {
    next =
        Double.isInfinite(perSecond)
            ? now
            : Math.max(next, now - burstSeconds * NANOS) + amount / perSecond * NANOS;
  }

  /// Corrects an amount that was reserved before: more, or less where negative.
  synchronized void correct(double amount) {
    if (!Double.isInfinite(perSecond)) {
      next += amount / perSecond * NANOS;
    }
  }
}
